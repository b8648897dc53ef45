import type { AsOf } from './device-list.ts'
import type { ConnectionView, DeviceState } from './device-state.ts'
import type { Observable } from './observable.ts'

export interface PresenceDeps {
  state: Observable<DeviceState>
  now: () => number
  /** The list of devices was true until `at`: keep that for the next start. */
  lost: (at: number) => void
}

/** Says in the state when the list of devices is or was true, see AsOf. */
export function createPresence({ state, now, lost }: PresenceDeps) {
  let listedAt: number | null = null
  /** The server has listed the devices since this connection was opened. */
  let heard = false
  let current = false

  function show(): void {
    const { devices, connection, devicesAsOf: before } = state.get()
    current = isConnected(connection) && (heard || connection.state === 'following')
    if (devices.length === 0) return
    const next: AsOf = current ? { state: 'now' } : { state: 'past', at: listedAt }
    const same = next.state === before.state && (next.state === 'now' || (before as typeof next).at === next.at)
    if (!same) state.set({ devicesAsOf: next })
  }

  return {
    heard(): void {
      heard = true
    },
    /** The list was read, and this is what is stored with it. */
    listed(at: number | null): void {
      listedAt = at
      show()
    },
    connectionIs(connection: ConnectionView): void {
      if (!isConnected(connection)) {
        if (current) {
          listedAt = now()
          lost(listedAt)
        }
        heard = false
      }
      show()
    },
  }
}

function isConnected(view: ConnectionView): boolean {
  const { state } = view.state === 'following' ? view.shared : view
  return state === 'live' || state === 'catchingUp'
}
