import type { Connection } from '../core/connection/connection.ts'
import type { ConnectionView } from '../core/device-state.ts'
import type { Progress } from '../core/inbox/progress.ts'

type Shared = Extract<ConnectionView, { state: 'following' }>['shared']

/** What the engine knows of the connection, as a person is told. `before` is what they were told last. */
export function viewConnection(
  connection: Connection,
  progress: Progress | null,
  before: ConnectionView,
  shared: Shared,
): ConnectionView {
  switch (connection.state) {
    case 'following':
      // What ends the device ends all its tabs.
      return shared.state === 'revoked' || shared.state === 'signedOut' ? shared : { state: 'following', shared }
    case 'waiting':
      return { state: 'waiting', until: connection.until, reason: connection.reason }
    case 'catchingUp':
      if (progress) return { state: 'catchingUp', ...progress }
      // A check that finds nothing new is not worth a word.
      return before.state === 'live' ? before : { state: 'connecting' }
    default:
      return { state: connection.state }
  }
}

/** What a tab with the connection tells the others of its device. */
export function shareable(view: ConnectionView): Shared {
  return view.state === 'following' ? view.shared : view
}
