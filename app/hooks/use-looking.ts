import { useSyncExternalStore } from 'react'

/** Changes that tell that somebody may have come or gone. */
const events = [
  [() => window, 'focus'],
  [() => window, 'blur'],
  [() => document, 'visibilitychange'],
] as const

/** A person sees the page only in a visible tab of the window that has the focus. */
export const isLooking = () => document.visibilityState === 'visible' && document.hasFocus()

/** Calls `listener` when the person may have come or gone. Returns unsubscribe. */
export function watchLooking(listener: () => void): () => void {
  for (const [target, type] of events) target().addEventListener(type, listener)
  return () => {
    for (const [target, type] of events) target().removeEventListener(type, listener)
  }
}

export const useLooking = (): boolean => useSyncExternalStore(watchLooking, isLooking, () => true)
