import { useSyncExternalStore } from 'react'
import { createObservable } from '../../lib/core/observable.ts'

/** The header opens the search, and the search lies over the inbox: a page has one of both. */
const state = createObservable<{ open: boolean; returnTo: HTMLElement | null }>({ open: false, returnTo: null })

export const useSearchOpen = (): boolean =>
  useSyncExternalStore(
    state.subscribe,
    () => state.get().open,
    () => false,
  )

export function openSearch(): void {
  if (state.get().open) return
  const { activeElement } = document
  state.set({ open: true, returnTo: activeElement instanceof HTMLElement ? activeElement : null })
}

/** The focus goes back to where it was, unless something else takes it. */
export function closeSearch({ away = false } = {}): void {
  const { returnTo } = state.get()
  state.set({ open: false, returnTo: null })
  // The inbox below takes the focus again once React has drawn it.
  if (!away) requestAnimationFrame(() => returnTo?.focus())
}
