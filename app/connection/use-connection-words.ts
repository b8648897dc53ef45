import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useNow } from '../hooks/use-now.ts'
import { type ConnectionWords, connectionWords } from '../words/connection-words.ts'
import { innermost } from './innermost.ts'

/** Says in plain words how the device is connected, with a running countdown. */
export function useConnectionWords(device: TabDevice): ConnectionWords {
  const view = useDeviceState(device, (it) => it.connection)
  const drawn = useDeviceState(device, isDrawn)
  const counting = innermost(view).state === 'waiting'
  return connectionWords(view, useNow(counting ? 500 : null), drawn)
}

/** Messages that the device has already may still be on their way to the screen. */
const isDrawn = ({ cursor, head }: DeviceState) => cursor >= head
