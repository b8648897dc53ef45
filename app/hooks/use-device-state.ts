import { useCallback, useSyncExternalStore } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'

export function useDeviceState(device: TabDevice): DeviceState {
  const subscribe = useCallback((listener: () => void) => device.subscribe(listener), [device])
  const getState = useCallback(() => device.getState(), [device])
  return useSyncExternalStore(subscribe, getState, getState)
}
