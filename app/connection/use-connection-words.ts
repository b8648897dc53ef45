import type { ConnectionView } from '../../lib/core/device-state.ts'
import { useNow } from '../hooks/use-now.ts'
import { type ConnectionWords, connectionWords } from '../words/connection-words.ts'

/** Says in plain words how the device is connected, with a running countdown. */
export function useConnectionWords(view: ConnectionView): ConnectionWords {
  const counting = innermost(view).state === 'waiting'
  return connectionWords(view, useNow(counting ? 500 : null))
}

/** The connection itself: a tab that only follows shows the state of the tab that is connected. */
export function innermost(view: ConnectionView): Exclude<ConnectionView, { state: 'following' }> {
  return view.state === 'following' ? view.shared : view
}
