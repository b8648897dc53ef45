import type { RoostOptions } from '../../core/roost-options.ts'

/** Every open tab of a device holds it (shared). Meanwhile the worker does nothing for the device unasked. */
export const openLock = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:open:${deviceId}`
/** The tab that has the device's connection holds it. */
export const liveLock = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:live:${deviceId}`
const pullLock = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:pull:${deviceId}`

/** Null where the browser has no locks, as on a page that is neither HTTPS nor localhost. */
export const locks = (): LockManager | null => globalThis.navigator?.locks ?? null

/**
 * Allows one pull of a device at a time among this browser's tabs and worker. It only saves double work: the inbox rule
 * inside the storage's transaction makes two pullers harmless. So a lock that dies with its holder is enough.
 */
export async function withPullLock<T>(
  options: RoostOptions,
  deviceId: string,
  signal: AbortSignal,
  run: () => Promise<T>,
): Promise<T> {
  const manager = locks()
  return manager ? await manager.request(pullLock(options, deviceId), { signal }, run) : await run()
}

/** The devices that any tab of this browser has open. */
export async function openDevices(options: RoostOptions): Promise<Set<string>> {
  const held = (await locks()?.query())?.held ?? []
  const prefix = openLock(options, '')
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
}

/** A tab holds it for as long as it has the device open. Returns release. */
export function holdOpenLock(options: RoostOptions, deviceId: string): () => void {
  const release = new AbortController()
  const released = new Promise<void>((resolve) => release.signal.addEventListener('abort', () => resolve()))
  // Not awaited, because the worker may be in the queue before the tab, waiting for another tab of the device to close.
  locks()
    ?.request(openLock(options, deviceId), { mode: 'shared', signal: release.signal }, () => released)
    .catch(() => {})
  return () => release.abort()
}
