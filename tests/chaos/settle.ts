import { setTimeout as wait } from 'node:timers/promises'
import type { Ledger } from './ledger.ts'

const LOOK_MS = 250

export interface Settling {
  name: string
  deviceId: string
  trouble(head: number): Promise<string | null>
}

export interface Settled {
  name: string
  device: string
  /** What still keeps it from being in step with the mother; null when it is, and she knows. */
  trouble: string | null
}

/** Waits until every device has everything, has nothing more to send, and the mother knows it; at most `ms`. */
export async function settle(devices: readonly Settling[], ledger: Ledger, ms: number): Promise<Settled[]> {
  async function look({ name, deviceId: device, trouble }: Settling): Promise<Settled> {
    const { head, lastReceivedVersion } = ledger.standing(device)
    const behind = lastReceivedVersion === head ? null : `it has acknowledged ${lastReceivedVersion} of ${head}`
    return { name, device, trouble: (await trouble(head).catch(String)) ?? behind }
  }
  for (const until = performance.now() + ms; ; await wait(LOOK_MS)) {
    const now = await Promise.all(devices.map(look))
    if (now.every((it) => it.trouble === null) || performance.now() > until) return now
  }
}
