import type { TabDevice } from '../../lib/browser/browser.ts'
import { innermost } from '../connection/innermost.ts'
import type { TileState } from '../devices/tile/tile.tsx'
import { useDeviceState } from '../hooks/use-device-state.ts'

/** Whether this device has everything. Without a connection nobody here knows, so its tile is not filled. */
export function useOwnTile(device: TabDevice): TileState {
  const { state, has } = useDeviceState(device, ({ connection, cursor, head }) => ({
    state: innermost(connection).state,
    has: head === 0 ? 1 : Math.min(1, cursor / head),
  }))
  if (state === 'live' && has === 1) return 'filled'
  return state === 'live' || state === 'catchingUp' ? { has } : 'lacks'
}
