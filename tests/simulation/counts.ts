import type { Event } from './history/event.ts'

/** How often each event occurred. Counts of many seeds can be added up. */
export type Counts = Record<string, number>

export function countsOf(events: readonly Event[]): Counts {
  const counts: Counts = {}
  const add = (name: string, by = 1) => {
    counts[name] = (counts[name] ?? 0) + by
  }
  for (const event of events) {
    if (event.type === 'commit') for (const { added } of event.users) add('messages', added.length)
    else if (event.type === 'stored') add('device transactions')
    else if (event.type === 'crashed') add('crashes')
    else if (event.type === 'opened') add(event.why === 'restore' ? 'restores' : 'starts')
    else if (event.type === 'emitted' && event.event === 'batch') add('pushes')
    else if (event.type === 'call') add(`calls of ${event.method}`)
    else if (event.type === 'evicted') add('evictions')
    else if (event.type === 'device') add('devices')
    else if (event.type === 'fault') add('other faults')
  }
  return counts
}

export function addCounts(to: Counts, more: Counts): void {
  for (const [name, count] of Object.entries(more)) to[name] = (to[name] ?? 0) + count
}
