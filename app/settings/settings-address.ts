import { useSyncExternalStore } from 'react'

/**
 * The settings have an address: `#settings` is their list, `#settings/account` a section. So Back closes them, and a
 * link opens them.
 */
const PREFIX = '#settings'

/** '' is the list of sections; null: the settings are closed. */
export function sectionIn(hash: string): string | null {
  if (hash === PREFIX) return ''
  return hash.startsWith(`${PREFIX}/`) ? hash.slice(PREFIX.length + 1) : null
}

export const addressOf = (section: string): string => (section === '' ? PREFIX : `${PREFIX}/${section}`)

const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** How many entries of the history lead back to the page without settings; 0 for a link, which has no way back. */
const depth = (): number => Number((history.state as { settingsDepth?: unknown } | null)?.settingsDepth ?? 0)

/** The focus goes back there when the settings close. */
let opener: Element | null = null
export const settingsOpener = (): Element | null => opener

/** Opens a section as a new entry of the history. `from`: the button that opened them, if it keeps its place. */
export function openSettings(section = '', from: Element | null = null): void {
  if (sectionIn(location.hash) === null) opener = from ?? document.activeElement
  if (location.hash === addressOf(section)) return
  const isFromLink = sectionIn(location.hash) !== null && depth() === 0
  history.pushState({ settingsDepth: isFromLink ? 0 : depth() + 1 }, '', addressOf(section))
  tell()
}

/** Shows another section in place of this one: Back leaves the settings, however many sections a person has looked at. */
export function showSection(section: string): void {
  history.replaceState({ settingsDepth: depth() }, '', addressOf(section))
  tell()
}

/** Leaves the settings, as Back does. */
export function closeSettings(): void {
  if (depth() > 0) {
    history.go(-depth())
    return
  }
  history.replaceState({}, '', location.pathname + location.search)
  tell()
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('hashchange', listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('hashchange', listener)
    removeEventListener('popstate', listener)
  }
}

/** The open section: '' is the list; null while the settings are closed. */
export const useSettingsSection = (): string | null =>
  useSyncExternalStore(
    watch,
    () => sectionIn(location.hash),
    () => null,
  )
