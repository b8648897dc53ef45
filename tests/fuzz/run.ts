import { createRandom } from '../kit/random.ts'
import { attack, createAttacker } from './attack.ts'
import { createCanary } from './canary.ts'
import type { Held } from './probe.ts'
import { beSlow } from './slow.ts'
import { startTarget } from './target.ts'
import { holdsMore, logComplaints, settled } from './verdict.ts'

export interface FuzzOptions {
  inputs: number
  seed: number
  /** Connections at once. */
  atOnce: number
  /** How many connections of each slow kind are held beside. */
  slow: number
  /** Waits until the server has let go of them; else we let go first, which it has to notice. */
  waitForSlow: boolean
  /** Ends earlier, in ms, if the inputs take longer. */
  atMostMs: number
  onProgress?: (inputs: number) => void
}

export interface FuzzReport {
  seed: number
  inputs: number
  connections: number
  ms: number
  before: Held
  after: Held
  /** Everything found wrong; empty when all was well. */
  findings: string[]
}

const WARM_UP = 2_000
const CHECK_EVERY = 2_000

/** Starts a server, attacks it and judges it. @throws when the server ends. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const target = await startTarget()
  const findings = new Set<string>()
  const random = createRandom(options.seed)
  try {
    const canary = await createCanary(target.url)
    const attacker = await createAttacker(target.url, canary)
    let inputs = 0
    let connections = 0

    async function attackUntil(enough: () => boolean) {
      let checkAt = inputs + CHECK_EVERY
      const worker = async () => {
        while (!enough()) {
          const volley = await attack(target.port, attacker, random)
          inputs += volley.inputs
          connections += 1
          if (canary.secrets.some((it) => volley.answer.includes(it)))
            findings.add('an answer held a secret of another')
          if (inputs < checkAt) continue
          checkAt = inputs + CHECK_EVERY
          options.onProgress?.(inputs)
          await canary.roundTrip()
        }
      }
      await Promise.race([Promise.all(Array.from({ length: options.atOnce }, worker)), target.crashed])
    }

    await attackUntil(() => inputs >= WARM_UP)
    const before = await settled(target)
    inputs = 0
    connections = 0
    const began = performance.now()
    const slow = beSlow(target.port, attacker.token, options.slow)
    const ms = () => performance.now() - began
    await attackUntil(() => inputs >= options.inputs || ms() > options.atMostMs)
    const attackMs = ms()
    if (!options.waitForSlow) for (const socket of slow) socket.destroy()
    connections += slow.length
    await Promise.race([canary.roundTrip(), target.crashed])
    const after = await settled(target, before)
    for (const socket of slow) socket.destroy()
    for (const it of [...(await canary.complaints()), ...holdsMore(before, after), ...logComplaints(target.log())])
      findings.add(it)
    canary.close()
    return { seed: options.seed, inputs, connections, ms: attackMs, before, after, findings: [...findings] }
  } finally {
    await target.stop()
  }
}
