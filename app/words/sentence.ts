import { BrowserError } from '../../lib/browser/browser-error.ts'
import { StorageError, TransportError } from '../../lib/core/ports.ts'
import { problems as english } from './en/general/problems.ts'
import { subject } from './language/catalog.ts'

const say = subject('problems', english)

/** The sentence that a person reads about an error. Some refusals of the server bring their own. */
export function sentenceOf(error: unknown): string {
  // Compares the name: importing the class would load the validation library with the first script of the page.
  if (error instanceof Error && error.name === 'RoostError') {
    const { code = '', wire } = error as Error & { code?: string; wire?: { retryAfterMs?: number } }
    const wait = code === 'rate_limited' ? longWait(wire?.retryAfterMs) : undefined
    return wait ?? say.server[code] ?? error.message
  }
  if (error instanceof TransportError) return say.noAnswer
  if (error instanceof StorageError) return say.storage[error.reason]
  if (error instanceof BrowserError) return error.detail ?? say.browser[error.code]
  console.error(error)
  return say.surprise
}

const MINUTE_MS = 60_000

/** "Wait a minute" would not be true for an hour's limit. */
function longWait(ms = 0): string | undefined {
  if (ms <= 2 * MINUTE_MS) return undefined
  return say.tooOften(Math.ceil(ms / MINUTE_MS))
}
