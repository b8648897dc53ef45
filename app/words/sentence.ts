import { BrowserError } from '../../lib/browser/browser-error.ts'
import { StorageError, TransportError } from '../../lib/core/ports.ts'
import { browserWords, NO_ANSWER, storageWords } from './problem-words.ts'

/** What a person is told of an error. The server's refusals bring their own sentence. */
export function sentenceOf(error: unknown): string {
  // By its name: the class would bring the validation library into the first script of the page.
  if (error instanceof Error && error.name === 'RoostError') return error.message
  if (error instanceof TransportError) return NO_ANSWER
  if (error instanceof StorageError) return storageWords[error.reason]
  if (error instanceof BrowserError) return error.detail ?? browserWords[error.code]
  console.error(error)
  return 'Something went wrong here. Reload the page and try again; nothing is lost.'
}
