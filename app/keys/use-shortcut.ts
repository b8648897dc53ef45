import { useEffect, useRef } from 'react'
import { isField } from './is-field.ts'
import { matches } from './matches.ts'
import { type ShortcutName, shortcuts } from './shortcuts.ts'

/** Runs `act` when the person presses the shortcut. In a field, a combination without Ctrl or Cmd is text. */
export function useShortcut(name: ShortcutName, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const combination = shortcuts[name].keys.find((it) => matches(event, it))
      if (!combination || (!combination.startsWith('Mod+') && isField(event.target))) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [name])
}
