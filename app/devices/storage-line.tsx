import { useSyncExternalStore } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { keptWords } from '../words/kept-words.ts'

/** Says whether the browser has promised to keep this device's messages. */
export function StorageLine({ device }: { device: TabDevice }) {
  const kept = useSyncExternalStore(device.watchStorageKept, device.storageKept, () => null)
  const durable = useDeviceState(device, (it) => it.storage.state === 'durable')
  if (!durable || kept === null) return null
  return <p className="text-xs text-faint">{keptWords(kept)}</p>
}
