import { withRegistry } from '../../browser/shared/registry.ts'
import type { PushChoice } from '../../core/push/push-choice.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import { RoostError } from '../../protocol/error.ts'
import type { RegistryEntry } from '../../storage/device-registry.ts'
import { catchUpRun } from '../catch-up.ts'
import { forgetRevoked } from '../forget-device.ts'
import { type News, readNews } from './read-news.ts'

/** A device of this browser that wants to be told, after a pull. */
export type Pulled = {
  deviceId: string
  choice: PushChoice
} & ({ outcome: 'failed' } | { outcome: 'level'; news: News })

/** A browser gives a push less time than a long catch-up takes. */
const PATIENCE_MS = 20_000

/**
 * Pulls for every device of this browser that wants to be told, also for one whose tab is open: that tab may be asleep.
 * The hint does not say which device it is for. A device that its person switched off gets nothing.
 */
export async function pullForPush(options: RoostOptions): Promise<Pulled[]> {
  const entries = await withRegistry(options, (it) => it.list())
  const pulled = await Promise.all(entries.map((it) => (it.push ? pull(options, it, it.push) : null)))
  return pulled.filter((it) => it !== null)
}

async function pull(options: RoostOptions, entry: RegistryEntry, choice: PushChoice): Promise<Pulled | null> {
  const { deviceId, switchedOff = false } = entry
  const failed: Pulled = { deviceId, choice, outcome: 'failed' }
  if (switchedOff) return failed
  try {
    await inTime(catchUpRun(options, deviceId).done)
    return { deviceId, choice, outcome: 'level', news: await readNews(options, entry) }
  } catch (error) {
    if (!(error instanceof RoostError && error.code === 'revoked')) return failed
    await forgetRevoked(options, deviceId)
    return null
  }
}

/** The work itself goes on when the time is over. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('The pull takes longer than a push may.')), PATIENCE_MS)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
