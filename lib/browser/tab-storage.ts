import type { RoostOptions } from '../core/roost-options.ts'

/** A tab remembers here, over a reload, which device it is. A tab that is denied storage remembers nothing. */
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
    // The browser's storage is full or forbidden, so the tab remembers nothing.
  }
}

export function createTabMemory({ namespace }: RoostOptions) {
  const key = `${namespace}.device`
  return {
    deviceId: (): string | null => storage()?.getItem(key) ?? null,
    setDeviceId: (deviceId: string | null) => set(key, deviceId),
  }
}
