import { type RefObject, useEffect } from 'react'
import { isField } from './is-field.ts'
import { keyOf } from './keys.ts'
import { matches } from './matches.ts'
import { shortcuts } from './shortcuts.ts'

const everywhere = Object.values(shortcuts).filter((it) => it.group === 'everywhere')
const OPEN = '[role="dialog"], [role="alertdialog"], [role="menu"]'

/** A letter that is typed anywhere on the page goes into the field, unless something else has a use for it. */
export function useTypeAnywhere(field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = keyOf(event)
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      // Space scrolls, and presses buttons.
      if (key === null || key === ' ' || Array.from(key).length !== 1) return
      if (isField(event.target) || document.querySelector(OPEN)) return
      if (everywhere.some((it) => it.keys.some((combination) => matches(event, combination)))) return
      field.current?.focus()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [field])
}
