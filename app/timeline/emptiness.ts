import type { DeviceState } from '../../lib/core/device-state.ts'
import { innermost } from '../connection/innermost.ts'

export type Emptiness =
  /** The device has everything, and that is nothing. `alone`: the person has no other device. */
  | { state: 'empty'; alone: boolean }
  | { state: 'nothingPinned' }
  /** Nothing fits what the person has chosen to see. */
  | { state: 'noneOf'; deviceId: string }
  /** Messages may be on their way, or the device is about to ask. */
  | { state: 'fetching' }
  /** The device cannot ask now. */
  | { state: 'away' }

/** Says whether an inbox that shows no message is known to have none. */
export function emptinessOf({
  connection,
  cursor,
  head,
  devices,
  devicesAsOf,
  timeline: { filter, hasOlder },
}: Pick<DeviceState, 'connection' | 'cursor' | 'head' | 'devices' | 'devicesAsOf' | 'timeline'>): Emptiness {
  if (filter?.kind === 'pinned') return { state: 'nothingPinned' }
  if (filter) return hasOlder ? { state: 'fetching' } : { state: 'noneOf', deviceId: filter.deviceId }
  const { state } = innermost(connection)
  // A device that has a cursor has been level before, and its messages are drawn in the step that moves the cursor.
  const has = cursor >= head && (state === 'live' || cursor > 0)
  if (has && devicesAsOf.state !== 'unknown') return { state: 'empty', alone: devices.length < 2 }
  return state === 'live' || state === 'catchingUp' || state === 'connecting'
    ? { state: 'fetching' }
    : { state: 'away' }
}
