import { useCallback, useSyncExternalStore } from 'react'
import type { Device, DeviceState } from '../../lib/core/device-state.ts'

export function useDeviceState(device: Device): DeviceState {
  const subscribe = useCallback((listener: () => void) => device.subscribe(listener), [device])
  const getState = useCallback(() => device.getState(), [device])
  return useSyncExternalStore(subscribe, getState, getState)
}
