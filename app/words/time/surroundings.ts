import { baseOf, language } from '../language/language.ts'

/**
 * The machine's language, time zone and clock (12 or 24 hours). All of them can change while the page is open, because
 * people travel, and a browser tells of the language alone. So the page looks again when a person comes back to it, and
 * every few seconds while they look at it.
 */
const EVERY_MS = 5_000

let present: string | undefined
const listeners = new Set<() => void>()

function read(): string {
  const { locale, timeZone, hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions()
  return [preferred(), locale, timeZone, hourCycle].join(' ')
}

const preferred = () => (typeof navigator === 'undefined' ? 'en' : navigator.language)

/** Names the present surroundings: another text after every change. */
export function surroundings(): string {
  present ??= read()
  return present
}

/** Looks again, and tells the listeners when something has changed. */
export function lookAround(): void {
  const now = read()
  if (present === now) return
  present = now
  for (const listener of listeners) listener()
}

/** The language of the screens, as the person's own country writes it where the browser says so. English is British. */
export function locale(): string {
  if (baseOf(preferred()) === language()) return preferred()
  return language() === 'en' ? 'en-GB' : language()
}

/** 12 or 24 hours, as on the rest of the machine, whatever the language. */
export const hourCycle = () =>
  new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hourCycle ?? 'h23'

/** Calls `listener` after every change. Returns unsubscribe. */
export function watchSurroundings(listener: () => void): () => void {
  if (listeners.size === 0) start()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) stop()
  }
}

let timer: ReturnType<typeof setInterval> | undefined
const returns = [
  [() => window, 'focus'],
  [() => window, 'pageshow'],
  [() => window, 'languagechange'],
  [() => document, 'visibilitychange'],
] as const

function start(): void {
  for (const [target, type] of returns) target().addEventListener(type, lookAround)
  timer = setInterval(() => document.hidden || lookAround(), EVERY_MS)
}

function stop(): void {
  for (const [target, type] of returns) target().removeEventListener(type, lookAround)
  clearInterval(timer)
}

/** Makes a value again after the surroundings have changed. Its first use makes it, because formatters are slow to make. */
export function perSurroundings<T>(make: () => T): () => T {
  let made: { value: T; in: string } | undefined
  return () => {
    if (made?.in !== surroundings()) made = { value: make(), in: surroundings() }
    return made.value
  }
}
