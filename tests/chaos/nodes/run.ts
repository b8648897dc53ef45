import { setTimeout as wait } from 'node:timers/promises'
import { createRandom } from '../../kit/random.ts'
import type { Event, LogChange } from '../../simulation/history/event.ts'
import { keepWriting } from '../writing.ts'
import { readLog, withRemoved } from './committed.ts'
import type { NodeFault } from './fault.ts'
import { createNodesWorld, type NodesSetting, type NodesWorld } from './world.ts'

export interface NodesOptions extends NodesSetting {
  /** Run one after the other. */
  faults: (world: NodesWorld) => readonly NodeFault[] | Promise<readonly NodeFault[]>
  /** How long each fault lasts. */
  lastsMs: number
  /** How long the devices may take afterwards to be in step. */
  settleMs: number
  note: (line: string) => void
}

export interface NodesResult {
  events: Event[]
  /** The log at the end, after the logs of databases that a fail-over replaced. */
  logs: LogChange[]
  /** Why devices are not in step. */
  problems: string[]
}

const LOOK_MS = 500

/** Devices write on every node while faults run one after the other; then all devices come back. */
export async function runNodeFaults({
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
    note(`${(world.now() / 1000).toFixed(1)} s  the writing has stopped`)

    const look = async () => {
      const { head } = await readLog(databaseUrl, user)
      return Promise.all(
        [...devices, ...world.listeners].map(async (it) => ({
          device: it.credentials.deviceId,
          problem: await it.problem(head),
        })),
      )
    }
    let ends = await look()
    for (
      const until = world.now() + settleMs;
      ends.some((it) => it.problem) && world.now() < until;
      ends = await look()
    )
      await wait(LOOK_MS)
    note(`${(world.now() / 1000).toFixed(1)} s  the end`)
    const events: Event[] = [...recorder.events(), { at: world.now(), type: 'end', devices: ends }]
    const problems = ends.flatMap(({ device, problem }) => (problem === null ? [] : [`${device}: ${problem}`]))
    return { events, logs: [...world.lost, withRemoved(await readLog(databaseUrl, user), world.before)], problems }
  } finally {
    await world.end()
  }
}
