import type { ConnectionView } from '../device-state.ts'
import type { Progress } from '../inbox/progress.ts'
import type { Connection } from './connection.ts'

/** The device's connection, as the tab that holds it describes it to the others. */
export type SharedConnection = Extract<ConnectionView, { state: 'following' }>['shared']

/** Turns the engine's connection into the one that a person sees. `before` is the view they saw last. */
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
      // A device that has ended has ended in all its tabs.
      return shared.state === 'revoked' || shared.state === 'signedOut' ? shared : { state: 'following', shared }
    case 'waiting':
      return { state: 'waiting', until: connection.until, reason: connection.reason }
    case 'catchingUp':
      if (progress) return { state: 'catchingUp', ...progress }
      // A live tab that checks again stays live on screen, because most checks find nothing new.
      return before.state === 'live' ? before : { state: 'connecting' }
    default:
      return { state: connection.state }
  }
}

/** Describes this tab's connection to the device's other tabs. */
export function shareable(view: ConnectionView): SharedConnection {
  return view.state === 'following' ? view.shared : view
}

function isSame(a: ConnectionView, b: ConnectionView): boolean {
  const before = new Map<string, unknown>(Object.entries(b))
  return a.state === b.state && Object.entries(a).every(([key, value]) => Object.is(before.get(key), value))
}
