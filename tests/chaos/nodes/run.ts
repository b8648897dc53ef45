import { setTimeout as wait } from 'node:timers/promises'
import { createRandom } from '../../kit/random.ts'
import type { Event, LogChange } from '../../simulation/history/event.ts'
import { keepWriting } from '../writing.ts'
import { readLog, withRemoved } from './committed.ts'
import type { NodeFault } from './fault.ts'
import { createNodesWorld, type NodesSetting, type NodesWorld } from './world.ts'

export interface NodesOptions extends NodesSetting {
  /** One after the other. */
  faults: (world: NodesWorld) => readonly NodeFault[] | Promise<readonly NodeFault[]>
  /** How long each fault lasts. */
  lastsMs: number
  /** How long everybody may take afterwards to be in step. */
  settleMs: number
  note: (line: string) => void
}

export interface NodesResult {
  events: Event[]
  /** What the database held in the end, and before that what each one held when another took its place. */
  logs: LogChange[]
  /** What still keeps devices from being in step. */
  troubles: string[]
}

const LOOK_MS = 500

/** Everybody writes on every node while one thing after the other goes wrong; then everybody comes back. */
export async function troubleNodes({
  faults,
  lastsMs,
  settleMs,
  note,
  ...setting
}: NodesOptions): Promise<NodesResult> {
  const { databaseUrl, seed } = setting
  const world = await createNodesWorld(setting)
  try {
    const { devices, recorder, user } = world
    const random = createRandom(`${seed}/writing`)
    let left = 1
    const writing = devices.map((it) =>
      keepWriting({
        ...{ name: it.name, random: random.fork(it.name), others: [], gap: [50, 200] as const },
        left: () => left,
        write: (text, to) => it.write(text, to ?? 'all'),
      }),
    )
    for (const { name, begin, end } of await faults(world)) {
      note(`${(world.now() / 1000).toFixed(1)} s  ${name}`)
      recorder.add({ type: 'fault', name, detail: '' })
      await begin()
      await wait(lastsMs)
      await end()
      await wait(lastsMs / 3)
    }
    left = 0
    await Promise.all(writing)
    recorder.add({ type: 'calm' })
    note(`${(world.now() / 1000).toFixed(1)} s  nobody writes any more`)

    const look = async () => {
      const { head } = await readLog(databaseUrl, user)
      return Promise.all(
        [...devices, ...world.listeners].map(async (it) => ({
          device: it.credentials.deviceId,
          trouble: await it.trouble(head),
        })),
      )
    }
    let ends = await look()
    for (
      const until = world.now() + settleMs;
      ends.some((it) => it.trouble) && world.now() < until;
      ends = await look()
    )
      await wait(LOOK_MS)
    note(`${(world.now() / 1000).toFixed(1)} s  the end`)
    const events: Event[] = [...recorder.events(), { at: world.now(), type: 'end', devices: ends }]
    const troubles = ends.flatMap(({ device, trouble }) => (trouble === null ? [] : [`${device}: ${trouble}`]))
    return { events, logs: [...world.lost, withRemoved(await readLog(databaseUrl, user), world.before)], troubles }
  } finally {
    await world.end()
  }
}
