import type { Event } from '../simulation/history/event.ts'
import type { World } from './world.ts'

/** How much was going on: a run in which little happened has shown little. */
export function countsOf({ ledger, tabs, user }: World, events: readonly Event[]) {
  return {
    messages: ledger.standing(tabs[0]?.deviceId ?? '').head,
    'written in tabs': tabs.flatMap((it) => it.written).length,
    'seen in tabs': tabs.flatMap((it) => it.written).filter((it) => it.seen).length,
    calls: events.filter((it) => it.type === 'call' && it.id > 0).length,
    pushes: events.filter((it) => it.type === 'emitted' && it.event === 'batch').length,
    connections: events.filter((it) => it.type === 'connected').length,
    'transactions of devices': events.filter((it) => it.type === 'stored').length,
    commits: events.filter((it) => it.type === 'commit').length,
    'of another user': events
      .filter((it) => it.type === 'commit')
      .flatMap((it) => it.users)
      .filter((it) => it.user !== user)
      .flatMap((it) => it.added).length,
  }
}
