import type { Event, LoggedMessage, OutboxSeen } from '../../simulation/history/event.ts'
import type { Tab } from './tab.ts'

/**
 * A tab's part of the history. Two things are visible from outside: what was written and when, and what the tab stores at
 * the end; so the end is told as one transaction.
 */
export async function tabEvents(tab: Tab, user: string, log: readonly LoggedMessage[], end: number): Promise<Event[]> {
  const { deviceId: device, name } = tab
  const disk = await tab.disk()
  const mine = Map.groupBy(
    log.filter((it) => it.senderDeviceId === device),
    (it) => it.content,
  )
  const events: Event[] = [{ at: 0, type: 'device', user, device, via: 'session' }]
  const gone: OutboxSeen[] = []
  const nothing = { building: null, batches: null, put: [], removed: [], outboxRemoved: [], orphans: null }
  const present = { generation: 1, cursor: 0, digest: null, start: 0, goneUpTo: 0 }
  let seq = 0

  for (const { at, text, to, seen } of tab.written) {
    const stored = mine.get(text) ?? []
    if (stored.length > 1) {
      const versions = stored.map((it) => it.version).join(' and ')
      events.push({ at: end, type: 'broken', where: name, message: `what was written once is stored as ${versions}` })
    }
    // The tab never showed it, so it may be missing.
    if (!seen && stored.length === 0) continue
    const messageId = stored[0]?.messageId ?? `never sent: ${text}`
    const entry = { seq: ++seq, messageId, receiverDeviceId: to, kind: 'post' }
    events.push({
      ...{ at, type: 'stored', device, present, ...nothing },
      outboxPut: [{ ...entry, state: 'waiting' }],
    })
    gone.push({ ...entry, state: 'waiting' })
  }
  const batches = [{ from: disk.present.start, upTo: disk.present.cursor }]
  events.push({ at: end, type: 'stored', device, ...disk, batches, outboxPut: [], outboxRemoved: gone })
  return events
}
