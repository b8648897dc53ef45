import type { ConnectionView } from '../../lib/view/device-state.ts'
import { type ConnectionWords, connectionWords } from '../text/connection-words.ts'
import { useNow } from './use-now.ts'

/** The connection in plain words, its countdown running. */
export function useConnectionWords(view: ConnectionView): ConnectionWords {
  const counting = innermost(view).state === 'waiting'
  return connectionWords(view, useNow(counting ? 500 : null))
}

/** What a tab that only follows is told by the one that is connected. */
export function innermost(view: ConnectionView): Exclude<ConnectionView, { state: 'following' }> {
  return view.state === 'following' ? view.shared : view
}
