import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { RoostError } from '../../../lib/protocol/error.ts'

export interface SignIns {
  newestEpoch(): number
  isCurrent(userId: string, epoch: number): boolean
  raiseEpoch(userId: string, but?: string): void
  closeAccount(userId: string): void
  /** @throws RoostError `unauthenticated` when this session has ended. */
  require(userId: string, sessionId: string): void
  /** @throws RoostError `unauthenticated` when the account is closed. */
  requireOpen(userId: string): void
}

/** The epochs of sign-ins, and the account library's table of sessions. */
export function createSignIns(db: DatabaseSync): SignIns {
  const newest = db.prepare('SELECT coalesce(max(number), 0) AS number FROM epoch')
  const find = db.prepare('SELECT number, closed FROM epoch WHERE user_id = ?')
  const raise = db.prepare(`
    INSERT INTO epoch (user_id, number, closed) VALUES (?1, ?2, ?3)
    ON CONFLICT (user_id) DO UPDATE SET number = excluded.number, closed = max(closed, excluded.closed)`)
  const sessions = withSessions(db)

  const epochOf = (userId: string) => {
    const row = find.get(userId)
    return { number: (row?.number ?? 0) as number, closed: row?.closed === 1 }
  }

  function begin(userId: string, closed: 0 | 1, but = '') {
    const epoch = signIns.newestEpoch() + 1
    raise.run(userId, epoch, closed)
    sessions()?.endOthers.run(userId, but)
    sessions()?.carryOver.run(epoch, userId, but)
  }

  const signIns: SignIns = {
    newestEpoch: () => newest.get()?.number as number,
    isCurrent(userId, epoch) {
      const { number, closed } = epochOf(userId)
      return !closed && epoch >= number
    },
    raiseEpoch: (userId, but) => begin(userId, 0, but),
    closeAccount: (userId) => begin(userId, 1),
    require(userId, sessionId) {
      const session = sessions()?.find.get(sessionId, userId)
      // Sessions of before the update have no epoch.
      if (!session || !signIns.isCurrent(userId, Number(session.epoch ?? 0))) throw ended()
    },
    requireOpen(userId) {
      if (epochOf(userId).closed) throw ended()
    },
  }
  return signIns
}

interface Sessions {
  find: StatementSync
  endOthers: StatementSync
  carryOver: StatementSync
}

/** The account library makes the table at the first start, after the store was opened. */
function withSessions(db: DatabaseSync): () => Sessions | undefined {
  let sessions: Sessions | undefined
  return () => {
    if (sessions || !db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'session'").get()) return sessions
    sessions = {
      find: db.prepare('SELECT epoch FROM session WHERE id = ? AND userId = ?'),
      endOthers: db.prepare('DELETE FROM session WHERE userId = ? AND id <> ?'),
      carryOver: db.prepare('UPDATE session SET epoch = ? WHERE userId = ? AND id = ?'),
    }
    return sessions
  }
}

const ended = () => new RoostError('unauthenticated', 'This sign-in has ended: sign in again')
