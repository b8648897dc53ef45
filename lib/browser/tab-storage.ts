import type { RoostOptions } from '../core/roost-options.ts'

/** What a tab remembers over a reload, and only the tab: which device it is. */
/** Where storage is denied a tab simply remembers nothing. */
function storage(): Storage | null {
  try {
    return globalThis.sessionStorage
  } catch {
    return null
  }
}

function set(key: string, value: string | null): void {
  try {
    if (value === null) storage()?.removeItem(key)
    else storage()?.setItem(key, value)
  } catch {
    // Full or forbidden: see above.
  }
}

export function createTabMemory({ namespace }: RoostOptions) {
  const key = `${namespace}.device`
  return {
    deviceId: (): string | null => storage()?.getItem(key) ?? null,
    setDeviceId: (deviceId: string | null) => set(key, deviceId),
  }
}
