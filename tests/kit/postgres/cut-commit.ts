import { onTestFinished } from 'vitest'
import { createProxy } from '../network/proxy.ts'

/** `before`: PostgreSQL never gets the commit. `after`: it commits, and its answer is lost. */
export type Cut = 'before' | 'after'

export interface CommitCutter {
  /** The same database, through the proxy that cuts. */
  url: string
  /** Cuts the connection at the next commit of a transaction, or at the next append that is one statement. */
  arm(cut: Cut, commits?: keyof typeof signs): void
  /** Whether it has cut since it was armed. */
  hasCut(): boolean
}

/** The bytes by which `pg` asks for a commit, and by which PostgreSQL answers: a simple query, or a prepared statement. */
const signs = {
  transaction: { sent: 'COMMIT\0', done: 'COMMIT\0' },
  append: { sent: '\0append\0', done: 'SELECT 1\0' },
}

/** Cuts the connection of a store to its database in the middle of a commit. Ends with the test. */
export async function cutCommits(database: string): Promise<CommitCutter> {
  const proxy = await createProxy()
  onTestFinished(proxy.close)
  let armed: Cut | undefined
  let sign = signs.transaction
  let committing: object | undefined
  let cut = false

  proxy.inspect((chunk, direction, connection) => {
    if (direction === 'down') return connection === committing && chunk.includes(sign.done) ? 'cut' : 'pass'
    if (armed === undefined || !chunk.includes(sign.sent)) return 'pass'
    const how = armed
    armed = undefined
    cut = true
    if (how === 'before') return 'cut'
    committing = connection
    return 'pass'
  })
  return {
    url: proxy.through(database),
    arm(how, commits = 'transaction') {
      ;[armed, sign, cut, committing] = [how, signs[commits], false, undefined]
    },
    hasCut: () => cut,
  }
}
