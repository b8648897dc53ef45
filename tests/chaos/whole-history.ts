import { createHttpTransport } from '../../lib/transport/http.ts'
import type { Event, LoggedMessage } from '../simulation/history/event.ts'
import { recordTransport } from './devices/recorded-transport.ts'
import { tabEvents } from './devices/tab-events.ts'
import type { Settled } from './settle.ts'
import type { World } from './world.ts'

/** Joins the recorded events with what the tabs store at the end, and with how the run ended. */
export async function wholeHistory(world: World, settled: readonly Settled[]): Promise<Event[]> {
  const { server, ledger, recorder, tabs, user, now } = world
  ledger.look()
  for (const { deviceId: device, token } of tabs) {
    const { pull } = recordTransport(createHttpTransport(server.url, token), { user, device }, recorder)
    for (let batch = await pull({ after: 0 }); batch.upTo < batch.head; ) batch = await pull({ after: batch.upTo })
  }
  const end = now()
  const log = committed(recorder.events(), user)
  const seen = [...recorder.events()]
  for (const tab of tabs) seen.push(...(await tabEvents(tab, user, log, end)))
  const events = seen.sort((a, b) => a.at - b.at)
  events.push({ at: end, type: 'end', devices: settled.map(({ device, problem }) => ({ device, problem })) })
  return events
}

/** The log of a user whose server was never restored. */
function committed(events: readonly Event[], user: string): LoggedMessage[] {
  return events
    .filter((it) => it.type === 'commit')
    .flatMap((it) => it.users)
    .filter((it) => it.user === user)
    .flatMap((it) => it.added)
}
