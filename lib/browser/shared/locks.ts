import { clock as machineClock } from '../../core/clock.ts'
import type { Clock } from '../../core/ports.ts'
import type { RoostOptions } from '../../core/roost-options.ts'

/** Every open tab of a device holds it (shared). Meanwhile the worker does nothing for the device unasked. */
export const openLock = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:open:${deviceId}`
/** The tab that has the device's connection holds it. */
export const liveLock = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:live:${deviceId}`
/** Uploads for a device: one context at a time. */
export const uploadLock = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:upload:${deviceId}`
/** Gets one file for a device. */
export const fileLock = ({ namespace }: RoostOptions, deviceId: string, fileId: string) =>
  `${namespace}:file:${deviceId}:${fileId}`
const pullLock = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:pull:${deviceId}`

/** Null where the browser has no locks, as on a page that is neither HTTPS nor localhost. */
export const locks = (): LockManager | null => globalThis.navigator?.locks ?? null

/** A pull that waits longer than this goes on beside the holder, which may be frozen. */
const PATIENCE_MS = 10_000

interface PullLockDeps {
  manager?: Pick<LockManager, 'request'> | null
  clock?: Clock
}

/**
 * Allows one pull of a device at a time among this browser's tabs and worker. It only saves double work: the inbox rule
 * inside the storage's transaction makes two pullers harmless. So a pull that does not get the lock runs without it.
 */
export async function withPullLock<T>(
  options: RoostOptions,
  deviceId: string,
  signal: AbortSignal,
  run: () => Promise<T>,
  { manager = locks(), clock = machineClock }: PullLockDeps = {},
): Promise<T> {
  if (!manager) return run()
  const queue = new AbortController()
  const cancel = clock.after(PATIENCE_MS, () => queue.abort())
  let running: Promise<T> | null = null
  try {
    return await manager.request(
      pullLock(options, deviceId),
      { signal: AbortSignal.any([signal, queue.signal]) },
      () => {
        running = run()
        return running
      },
    )
  } catch (error) {
    // Another context may have stolen the lock during the pull, and the pull goes on.
    if (running) return await running
    if (signal.aborted) throw error
    return await run()
  } finally {
    cancel()
  }
}

/** Runs `work` while it has a lock, or at once where the browser has no locks. */
export async function withLock<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const manager = locks()
  return manager ? await manager.request(name, { signal }, work) : await work()
}

/** The devices that any tab of this browser has open. */
export async function openDevices(options: RoostOptions): Promise<Set<string>> {
  const held = (await locks()?.query())?.held ?? []
  const prefix = openLock(options, '')
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
}
