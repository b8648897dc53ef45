import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { keyOf } from '../../keys/keys.ts'
import type { Receiver } from '../receiver/receivers.ts'
import { type Mention, matching, mentionAt } from './mention.ts'

export interface Choices {
  listId: string
  optionId: (index: number) => string
  receivers: readonly Receiver[]
  active: number
  choose: (index: number) => void
}

/** The list that opens while the name of a device is typed after `@`. The field keeps the focus. */
export function useMention(
  text: string,
  receivers: readonly Receiver[],
  onChoose: (id: string, mention: Mention) => void,
) {
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  /** The person has closed the list of the `@` at this place. */
  const [closed, setClosed] = useState<number | null>(null)
  const mention = useMemo(() => (caret === null ? null : mentionAt(text, caret)), [text, caret])
  const found = useMemo(() => (mention ? matching(receivers, mention.query) : []), [receivers, mention])
  const open = mention !== null && mention.start !== closed && found.length > 0
  const index = Math.min(active, found.length - 1)

  function choose(which: number): void {
    const receiver = found[which]
    if (!receiver || !mention) return
    setCaret(null)
    setActive(0)
    onChoose(receiver.id, mention)
  }

  /** True when the list has used the key. */
  function onKeyDown(event: KeyboardEvent): boolean {
    const key = open ? keyOf(event) : null
    if (!mention || key === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
    if (key === 'ArrowDown') setActive((index + 1) % found.length)
    else if (key === 'ArrowUp') setActive((index + found.length - 1) % found.length)
    else if (key === 'Enter' || key === 'Tab') choose(index)
    else if (key === 'Escape') setClosed(mention.start)
    else return false
    event.preventDefault()
    return true
  }

  const choices: Choices | null = open
    ? { listId, optionId: (which) => `${listId}-${which}`, receivers: found, active: index, choose }
    : null
  return {
    choices,
    onKeyDown,
    /** Where the caret is now; null when it is not in the field, or something is selected. */
    moved(next: number | null) {
      setCaret(next)
      if (next === null || mentionAt(text, next)?.start !== closed) setClosed(null)
    },
  }
}
