import { setTimeout as pause } from 'node:timers/promises'
import { createRandom } from '../../tests/kit/random.ts'
import { createDayCounts } from '../day/counts.ts'
import { createDevice, type Device } from '../day/device.ts'
import { dayOf, kinds, writings } from '../day/schedule.ts'
import { answerCalls } from '../parts/calls.ts'

/** Runs users with four devices each through a day that is shortened to so many seconds. */

interface Day {
  /** Ports of the servers. Each device has one of them, as a balancer would choose. */
  ports: number[]
  /** Four of each user, one user after the other. */
  tokens: string[]
  seed: number
  seconds: number
  /** How many each user writes. */
  messages: number
}

const HOURS = 24
const LOOK_MS = 20

let ports: number[] = []
let users: Device[][] = []
let all: Device[] = []
const counts = createDayCounts()
const online = () => all.filter((it) => it.isOnline()).length

function differences(): string[] {
  const behind = all.filter((it) => !it.isLevel()).length
  const apart = users.filter((devices) => new Set(devices.map((it) => JSON.stringify(it.position()))).size > 1).length
  const stored = users.reduce((sum, [desk]) => sum + (desk?.position().cursor ?? 0), 0)
  return [
    ...(behind > 0 ? [`${behind} devices are not level`] : []),
    ...(apart > 0 ? [`the devices of ${apart} users differ`] : []),
    ...(stored === counts.written ? [] : [`${counts.written} were written, ${stored} are stored`]),
  ]
}

answerCalls({
  /** Resolves when the day is over. */
  async live(day: Day) {
    ports = day.ports
    const random = createRandom(day.seed)
    const hour = (day.seconds * 1_000) / HOURS
    const acts: { at: number; act: () => void }[] = []
    users = []
    for (let first = 0; first < day.tokens.length; first += kinds.length) {
      const devices = kinds.map((kind, n) => {
        const index = first + n
        const device = createDevice(() => ports[index % ports.length] ?? 0, day.tokens[index] ?? '', counts)
        for (const { from, to } of dayOf(kind, random)) {
          acts.push({ at: from * hour, act: device.goOnline }, { at: to * hour, act: device.goOffline })
        }
        return device
      })
      for (const at of writings(random, day.messages)) {
        // On the phone now and then, wherever it is; else at whatever is at hand.
        const chosen = random.chance(0.4) ? 1 : 0
        acts.push({ at: at * hour, act: () => devices[chosen]?.write() })
      }
      users.push(devices)
    }
    all = users.flat()
    acts.sort((a, b) => a.at - b.at)
    const counting = setInterval(() => (counts.peak = Math.max(counts.peak, online())), 100)
    const began = performance.now()
    for (const { at, act } of acts) {
      const early = at - (performance.now() - began)
      if (early > 1) {
        await pause(early)
      }
      act()
    }
    await pause(Math.max(0, day.seconds * 1_000 - (performance.now() - began)))
    clearInterval(counting)
  },

  online,

  /** Devices connect to these servers from now on. */
  moved(to: number[]) {
    ports = to
  },

  /** Resolves with the ms until all online devices are level again. */
  async level({ withinMs }: { withinMs: number }) {
    const began = performance.now()
    while (!all.every((it) => !it.isOnline() || it.isLevel())) {
      if (performance.now() - began > withinMs) return null
      await pause(LOOK_MS)
    }
    return performance.now() - began
  },

  /** Connects every device once more. Resolves with what differs in the end, in words; nothing when all are level. */
  async settle({ withinMs }: { withinMs: number }) {
    for (const device of all) device.goOnline()
    const began = performance.now()
    // A push may still be on its way to a device that takes itself for level.
    while (differences().length > 0 && performance.now() - began < withinMs) await pause(LOOK_MS)
    return differences()
  },

  counts: () => ({ ...counts, fail: undefined }),
  close() {
    for (const device of all) device.goOffline()
  },
})
