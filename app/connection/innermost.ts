import type { ConnectionView } from '../../lib/core/device-state.ts'

/** The connection itself: a tab that only follows shows the state of the tab that is connected. */
export function innermost(view: ConnectionView): Exclude<ConnectionView, { state: 'following' }> {
  return view.state === 'following' ? view.shared : view
}
