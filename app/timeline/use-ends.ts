import { useEffect, useRef } from 'react'
import { isField } from '../keys/is-field.ts'
import { matches } from '../keys/matches.ts'
import { shortcuts } from '../keys/shortcuts.ts'

/** End and Home move through the list, also from a composer that is empty: its cursor has nowhere to go. */
export function useEnds(ends: { end: () => void; home: () => void }): void {
  const latest = useRef(ends)
  latest.current = ends
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (isField(event.target) && !isEmpty(event.target))) return
      const name = (['end', 'home'] as const).find((it) => shortcuts[it].keys.some((key) => matches(event, key)))
      if (!name || document.querySelector('[role="dialog"], [role="menu"]')) return
      event.preventDefault()
      latest.current[name]()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

const isEmpty = (target: EventTarget | null) => target instanceof HTMLTextAreaElement && target.value === ''
