import type { PageReader, PageSignature } from '../core/timeline/page-reader.ts'
import type { Outline } from './outline.ts'
import { FORM, signatureOf } from './signature.ts'

/** Each write waits for the disk, so many signatures share one. */
const PER_WRITE = 16

/**
 * Makes the signatures that are missing, newest page first, and yields after each page. Without them a search reads
 * every page. Ends when none is missing, or when the inbox has moved meanwhile. @throws StorageError
 */
export async function* signPages(reader: PageReader, outline: Outline): AsyncGenerator<void, void, undefined> {
  const view = await outline.read()
  const missing = view.firsts.filter((first) => view.signatures.get(first)?.form !== FORM)
  let made: PageSignature[] = []
  while (missing.length > 0) {
    const [page] = await reader.pages(view.generation, missing.splice(-1))
    if (page?.sealed) made.push(signatureOf(page))
    if (made.length >= PER_WRITE || missing.length === 0) {
      if (made.length > 0 && !(await reader.saveSignatures(view, made))) return
      outline.add(made)
      made = []
    }
    yield
  }
}
