import { setTimeout as wait } from 'node:timers/promises'
import type { Ledger } from './ledger.ts'

const LOOK_MS = 250

export interface Settling {
  name: string
  deviceId: string
  problem(head: number): Promise<string | null>
}

export interface Settled {
  name: string
  device: string
  /** Why it is not in step with the server; null when it is, and the server knows. */
  problem: string | null
}

/** Waits at most `ms` until every device has everything, has sent everything, and the server knows. */
export async function settle(devices: readonly Settling[], ledger: Ledger, ms: number): Promise<Settled[]> {
  async function look({ name, deviceId: device, problem }: Settling): Promise<Settled> {
    const { head, lastReceivedVersion } = ledger.standing(device)
    const behind = lastReceivedVersion === head ? null : `it has acknowledged ${lastReceivedVersion} of ${head}`
    return { name, device, problem: (await problem(head).catch(String)) ?? behind }
  }
  for (const until = performance.now() + ms; ; await wait(LOOK_MS)) {
    const now = await Promise.all(devices.map(look))
    if (now.every((it) => it.problem === null) || performance.now() > until) return now
  }
}
