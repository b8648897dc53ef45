import type { ConnectionView } from '../../lib/core/device-state.ts'
import { useNow } from '../hooks/use-now.ts'
import { type ConnectionWords, connectionWords } from '../words/connection-words.ts'

/** The connection in plain words, its countdown running. */
export function useConnectionWords(view: ConnectionView): ConnectionWords {
  const counting = innermost(view).state === 'waiting'
  return connectionWords(view, useNow(counting ? 500 : null))
}

/** What a tab that only follows is told by the one that is connected. */
export function innermost(view: ConnectionView): Exclude<ConnectionView, { state: 'following' }> {
  return view.state === 'following' ? view.shared : view
}
