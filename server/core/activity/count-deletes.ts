import type { Activity } from '../../../lib/protocol/activity.ts'

/** So many deletes by one device, each within this time of the last one, are said on every device. */
const BULK = 20
const PAUSE_MS = 60_000

interface Burst {
  count: number
  lastAt: number
  note?: Pick<Activity, 'id' | 'at'>
}

export interface DeleteCounter {
  /**
   * The device has deleted so many more. Returns the burst that it belongs to once that is worth a note; `note` is the note
   * about this burst, for the next word about it.
   */
  add(deviceId: string, deletes: number): Burst | undefined
}

/** Counts in memory: a restart in the middle of a burst begins a new one. */
export function createDeleteCounter(now: () => number): DeleteCounter {
  const bursts = new Map<string, Burst>()
  return {
    add(deviceId, deletes) {
      const at = now()
      for (const [id, { lastAt }] of bursts) if (at - lastAt > PAUSE_MS) bursts.delete(id)
      const burst = bursts.get(deviceId) ?? { count: 0, lastAt: at }
      burst.count += deletes
      burst.lastAt = at
      bursts.set(deviceId, burst)
      return burst.count >= BULK ? burst : undefined
    },
  }
}
