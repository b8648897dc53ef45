import type { ConnectionView } from '../device-state.ts'
import type { Progress } from '../inbox/progress.ts'
import type { Connection } from './connection.ts'

/** The connection of a device, as the one that holds it tells the others. */
export type SharedConnection = Extract<ConnectionView, { state: 'following' }>['shared']

/** What the engine knows of the connection, as a person is told. `before` is what they were told last. */
export function viewConnection(
  connection: Connection,
  progress: Progress | null,
  before: ConnectionView,
  shared: SharedConnection,
): ConnectionView {
  const view = viewOf(connection, progress, before, shared)
  return isSame(view, before) ? before : view
}

function viewOf(
  connection: Connection,
  progress: Progress | null,
  before: ConnectionView,
  shared: SharedConnection,
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
export function shareable(view: ConnectionView): SharedConnection {
  return view.state === 'following' ? view.shared : view
}

function isSame(a: ConnectionView, b: ConnectionView): boolean {
  const before = new Map<string, unknown>(Object.entries(b))
  return a.state === b.state && Object.entries(a).every(([key, value]) => Object.is(before.get(key), value))
}
