import { useSyncExternalStore } from 'react'

/** The person's choices in this browser. public/appearance.js reads the first two before the first paint. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  /** Whether the title and the icon of the page carry the number of unread messages. */
  unreadNumber: boolean
}

const KEY = 'roost.preferences'
const first: Preferences = { theme: 'system', density: 'comfortable', unreadNumber: true }

let present: Preferences | undefined
const listeners = new Set<() => void>()

export function preferences(): Preferences {
  present ??= read()
  return present
}

/** Changes them here and in every other tab. A browser that refuses its storage keeps them until the page goes. */
export function prefer(change: Partial<Preferences>): void {
  present = { ...preferences(), ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(present))
  } catch {}
  tell()
}

export const usePreferences = (): Preferences => useSyncExternalStore(watch, preferences, () => first)

function read(): Preferences {
  try {
    return checked(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return first
  }
}

/** Takes over what this version knows, value by value. */
function checked(stored: unknown): Preferences {
  const { theme, density, unreadNumber } = (stored ?? {}) as Partial<Record<keyof Preferences, unknown>>
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : first.theme,
    density: density === 'compact' ? density : first.density,
    unreadNumber: typeof unreadNumber === 'boolean' ? unreadNumber : first.unreadNumber,
  }
}

function tell(): void {
  showAppearance(preferences())
  for (const listener of listeners) listener()
}

/** As public/appearance.js does it. */
function showAppearance({ theme, density }: Preferences): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  if (density === 'compact') dataset.density = density
  else delete dataset.density
}

function watch(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', heard)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', heard)
  }
}

/** Another tab has changed them. */
function heard({ key }: StorageEvent): void {
  if (key !== KEY && key !== null) return
  present = undefined
  tell()
}
