import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'

/**
 * The part of the device's state that `select` picks. React draws the component again only when that part changes. If
 * `select` makes an object, each of its values counts.
 */
export function useDeviceState<S>(device: TabDevice, select: (state: DeviceState) => S): S {
  const last = useRef<S>(undefined)
  const current = useRef(select)
  current.current = select
  const read = useCallback(() => {
    const next = current.current(device.getState())
    const before = last.current
    if (before !== undefined && hasSameParts(before, next)) return before
    last.current = next
    return next
  }, [device])
  const subscribe = useCallback((listener: () => void) => device.subscribe(read, listener), [device, read])
  return useSyncExternalStore(subscribe, read, read)
}

function hasSameParts(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
