import { BrowserError } from '../../lib/browser/browser-error.ts'
import { StorageError, TransportError } from '../../lib/core/ports.ts'
import { browserWords, NO_ANSWER, serverWords, storageWords } from './problem-words.ts'

/** The sentence that a person reads about an error. Some refusals of the server bring their own. */
export function sentenceOf(error: unknown): string {
  // Compares the name: importing the class would load the validation library with the first script of the page.
  if (error instanceof Error && error.name === 'RoostError') {
    const { code = '', wire } = error as Error & { code?: string; wire?: { retryAfterMs?: number } }
    const wait = code === 'rate_limited' ? longWait(wire?.retryAfterMs) : undefined
    return wait ?? serverWords[code] ?? error.message
  }
  if (error instanceof TransportError) return NO_ANSWER
  if (error instanceof StorageError) return storageWords[error.reason]
  if (error instanceof BrowserError) return error.detail ?? browserWords[error.code]
  console.error(error)
  return 'Something went wrong here. Reload the page and try again; nothing is lost.'
}

const MINUTE_MS = 60_000

/** "Wait a minute" would not be true for an hour's limit. */
function longWait(ms = 0): string | undefined {
  if (ms <= 2 * MINUTE_MS) return undefined
  return `That was too often in a short time. Try again in ${Math.ceil(ms / MINUTE_MS)} minutes.`
}
