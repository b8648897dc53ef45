import type { TimelineEntry, TimelineWindow } from '../../lib/core/device-state.ts'
import type { OutboxEntry } from '../message/outbox-entry.ts'
import { dayOf } from '../words/time.ts'

/** One line of the list. `first` and `last` are of a run of messages that belong together. */
export type Row =
  | { type: 'gone'; key: string }
  | { type: 'day'; key: string; at: number }
  | { type: 'message'; key: string; entry: TimelineEntry; first: boolean; last: boolean }
  | { type: 'outbox'; key: string; entry: OutboxEntry; first: boolean; last: boolean }

type Item = { key: string; from: string; to: string; at: number } & (
  | { type: 'message'; entry: TimelineEntry }
  | { type: 'outbox'; entry: OutboxEntry }
)

const RUN_MS = 5 * 60_000

/**
 * The timeline, then what waits to be in it, as rows with days between. A message keeps its key on its way from the outbox
 * into the timeline. The outbox belongs after the newest message, so it is left out while newer ones are not shown.
 */
export function rowsOf(timeline: TimelineWindow, outbox: readonly OutboxEntry[], selfId: string): Row[] {
  const items = timeline.entries.map(fromTimeline)
  if (!timeline.hasNewer) {
    const shown = new Set(items.map((it) => it.key))
    for (const entry of outbox) {
      if ((entry.request.kind ?? 'post') === 'post' && !shown.has(entry.request.messageId))
        items.push(fromOutbox(entry, selfId))
    }
  }

  const rows: Row[] = []
  const gone = gonePlace(timeline)
  const putGone = (index: number) => index === gone && rows.push({ type: 'gone', key: 'gone' })
  items.forEach((item, index) => {
    putGone(index)
    const before = items[index - 1]
    const after = items[index + 1]
    if (!before || dayOf(before.at) !== dayOf(item.at)) rows.push({ type: 'day', key: `day ${item.key}`, at: item.at })
    const first = index === gone || !belongTogether(before, item)
    const ends = { first, last: index + 1 === gone || !belongTogether(item, after) }
    rows.push(
      item.type === 'message'
        ? { type: 'message', key: item.key, entry: item.entry, ...ends }
        : { type: 'outbox', key: item.key, entry: item.entry, ...ends },
    )
  })
  putGone(items.length)
  return rows
}

/**
 * Before which of the items messages are missing that retention removed before this device had them: what it had before
 * stands above. Null when that is not in the window.
 */
function gonePlace({ entries, goneUpTo, hasOlder, hasNewer }: TimelineWindow): number | null {
  if (goneUpTo === 0) return null
  const index = entries.findIndex(({ message, onlyHere }) => !onlyHere && message.version > goneUpTo)
  if (index < 0) return hasNewer ? null : entries.length
  return index === 0 && hasOlder ? null : index
}

function fromTimeline(entry: TimelineEntry): Item {
  const { messageId, senderDeviceId, receiverDeviceId, timestamp } = entry.message
  return { type: 'message', key: messageId, from: senderDeviceId, to: receiverDeviceId, at: timestamp, entry }
}

function fromOutbox(entry: OutboxEntry, selfId: string): Item {
  const { messageId, receiverDeviceId } = entry.request
  const at = entry.state === 'sent' ? entry.timestamp : entry.composedAt
  return { type: 'outbox', key: messageId, from: selfId, to: receiverDeviceId, at, entry }
}

function belongTogether(a: Item | undefined, b: Item | undefined): boolean {
  if (!a || !b) return false
  return a.from === b.from && a.to === b.to && Math.abs(b.at - a.at) < RUN_MS && dayOf(a.at) === dayOf(b.at)
}
