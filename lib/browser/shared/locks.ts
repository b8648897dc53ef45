import type { RoostOptions } from '../../core/roost-options.ts'

/** Held (shared) by every open tab of a device: while it is held, the worker does nothing for the device of its own accord. */
export const openLock = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:open:${deviceId}`
/** Held by the one tab of a device that has its connection. */
export const liveLock = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:live:${deviceId}`
const pullLock = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:pull:${deviceId}`

/** Null where the browser has none, as on a page that is neither HTTPS nor localhost. */
export const locks = (): LockManager | null => globalThis.navigator?.locks ?? null

/**
 * One pull of a device at a time in this browser, in whatever tab or worker. It saves double work and nothing else: the
 * inbox rule inside the storage's transaction keeps two pullers harmless, so a lock that dies with its holder is enough.
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

/** The devices that some tab of this browser has open. */
export async function openDevices(options: RoostOptions): Promise<Set<string>> {
  const held = (await locks()?.query())?.held ?? []
  const prefix = openLock(options, '')
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
}

/** Held by a tab for as long as it has the device open. Returns release. */
export function holdOpenLock(options: RoostOptions, deviceId: string): () => void {
  const release = new AbortController()
  const released = new Promise<void>((resolve) => release.signal.addEventListener('abort', () => resolve()))
  // Not awaited: the worker may be in the queue before the tab, waiting for another tab of the device to close.
  locks()
    ?.request(openLock(options, deviceId), { mode: 'shared', signal: release.signal }, () => released)
    .catch(() => {})
  return () => release.abort()
}
