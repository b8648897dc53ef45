import type { OutboxEntry } from '../core/ports.ts'
import { pendingOf } from '../core/timeline/pending.ts'
import type { TimelineEntry, TimelineReader } from '../core/timeline/timeline-reader.ts'
import { fold } from './fold.ts'
import { wordsOf } from './said.ts'

/** The edits and deletes that wait in the outbox. The screen shows them already, so a search finds what it shows. */
export function createOwnChanges(store: TimelineReader, outbox: readonly OutboxEntry[]) {
  const pending = pendingOf(outbox.filter((it) => it.state !== 'failed'))
  const changesOf = (messageId: string) => pending.get(messageId) ?? []

  function applied(entry: TimelineEntry): TimelineEntry {
    let shown = entry
    for (const { request } of changesOf(entry.message.messageId)) {
      const { kind, content, contentType = entry.message.contentType } = request
      if (kind === 'delete') shown = { ...shown, deleted: true }
      if (kind === 'edit') shown = { ...shown, message: { ...shown.message, content, contentType } }
    }
    return shown
  }

  return {
    applied,
    /**
     * The received posts with a new text that holds all of `wanted`, as it will be. A page knows nothing of that text,
     * so a search would pass over it.
     */
    async edited(wanted: readonly string[]): Promise<TimelineEntry[]> {
      const found: TimelineEntry[] = []
      for (const [messageId, changes] of pending) {
        const edit = changes.findLast((it) => it.request.kind === 'edit')?.request
        const text = edit ? fold(wordsOf(edit)) : ''
        if (text === '' || !wanted.every((it) => text.includes(it))) continue
        const version = await store.versionOf(messageId)
        const entry = version === null ? null : await store.at(version)
        if (entry) found.push(applied(entry))
      }
      return found
    },
  }
}
