import type { Event } from './history/event.ts'

/** How often each event occurred. Counts of many seeds can be added up. */
export type Counts = Record<string, number>

export function count(counts: Counts, event: Event): void {
  const add = (name: string, by = 1) => {
    counts[name] = (counts[name] ?? 0) + by
  }
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
