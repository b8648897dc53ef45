import type { Held } from '../../../lib/browser/open-held.ts'
import type { Message } from '../../../lib/protocol/message.ts'

const SLICE = 500

/** The messages of every kind, as they are stored, a slice at a time, so that a long history is never in memory. */
export async function* readPages(held: Pick<Held, 'history'>): AsyncGenerator<readonly Message[], void, undefined> {
  for (let after = 0; ; ) {
    const slice = await held.history(after, SLICE)
    const last = slice.at(-1)
    if (!last) return
    yield slice
    after = last.version
  }
}
