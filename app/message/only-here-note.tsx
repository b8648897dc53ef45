import type { EntryStatus } from '../../lib/core/timeline/entry.ts'
import { onlyHereWords } from '../words/only-here-words.ts'

/** Says why only this device holds a message. */
export function OnlyHereNote({ status }: { status: EntryStatus }) {
  const note = status.state === 'onlyHere' ? onlyHereWords(status) : null
  return note === null ? null : <p className="mt-0.5 text-xs text-amber">{note}</p>
}
