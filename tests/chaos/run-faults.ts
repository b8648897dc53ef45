import { createRandom } from '../kit/random.ts'
import { programFaults, tabFaults } from './faults/device-faults.ts'
import type { Fault } from './faults/fault.ts'
import { runLane } from './faults/lane.ts'
import { networkFaults } from './faults/network-faults.ts'
import { serverFaults } from './faults/server-faults.ts'
import type { World } from './world.ts'
import { keepWriting } from './writing.ts'

type Span = readonly [number, number]

/** Runs faults while all devices write. Returns how often each fault occurred. */
export async function problem(world: World, seed: string, ms: number, note: (line: string) => void) {
  const { server, ledger, recorder, programs, tabs, proxies, now } = world
  const random = createRandom(seed)
  const until = now() + ms
  const left = () => until - now()
  const faults: Record<string, number> = {}

  const lane = (name: string, list: readonly Fault[], gap: Span, lasts: Span) =>
    runLane({
      faults: list,
      random: random.fork(name),
      ...{ gap, lasts, left },
      note(fault) {
        const kind = fault.replace(/ \(.*\)$/, '')
        faults[kind] = (faults[kind] ?? 0) + 1
        recorder.add({ type: 'fault', name: fault, detail: '' })
        note(`${(now() / 1000).toFixed(1)} s  ${fault}`)
      },
    })

  const mine = programs.slice(0, -1)
  const writers = programs.map((device) =>
    keepWriting({
      name: device.name,
      random: random.fork(`writing ${device.name}`),
      others: mine.includes(device)
        ? [...mine.map((it) => it.credentials.deviceId), ...tabs.map((it) => it.deviceId)].filter(
            (it) => it !== device.credentials.deviceId,
          )
        : [],
      ...{ gap: [200, 700] as const, left },
      write: (text, to) => device.write(text, to ?? 'all'),
    }),
  )
  const typists = tabs.map((tab) =>
    keepWriting({
      name: tab.name,
      random: random.fork(`writing ${tab.name}`),
      others: [...mine, ...tabs].map((it) => it.name).filter((it) => it !== tab.name),
      ...{ gap: [300, 1_200] as const, left },
      write: tab.write,
    }),
  )
  await Promise.all([
    ...writers,
    ...typists,
    lane(
      'server',
      serverFaults(server, () => ledger.opened('crash')),
      [2_000, 8_000],
      [200, 7_000],
    ),
    // Two lanes at once, so that faults meet.
    lane(
      'network',
      [...proxies].flatMap(([name, proxy]) => networkFaults(name, proxy)),
      [200, 2_000],
      [500, 5_000],
    ),
    lane(
      'more network',
      [...proxies].flatMap(([name, proxy]) => networkFaults(name, proxy)),
      [200, 4_000],
      [500, 20_000],
    ),
    lane('browser', tabs.flatMap(tabFaults), [500, 4_000], [500, 6_000]),
    lane('programs', programs.flatMap(programFaults), [2_000, 8_000], [0, 0]),
  ])
  for (const proxy of proxies.values()) proxy.clear()
  return faults
}
