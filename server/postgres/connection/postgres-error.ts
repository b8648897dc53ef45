import pg from 'pg'
import { RoostError } from '../../../lib/protocol/error.ts'

const RETRY_AFTER_MS = 2_000

/**
 * SQLSTATEs after which another try may succeed, perhaps on another connection: serialisation failure, deadlock, lock
 * timeout; the server is gone, restarts or is full; it has become a standby; it refuses us; it has lost a prepared
 * statement. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const transient = /^(40001|40P01|55P03|25P03|25006|26000|08...|57P0.|53300|28...|3D000|55000)$/
/** SQLSTATEs of a failure that lasts: a full disk, memory, an I/O error. */
const persistent = /^(53...|58...)$/

/** SQLSTATEs of a value that does not fit: PostgreSQL's message contains it, or bytes of it. */
const aboutValue = /^22...$/

/** Messages of `pg` for a connection that broke or could not be made. */
const lost =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (has|was)|DATABASE_URL: )/

/** A row names another one that is gone. */
export const isForeignKey = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '23503'

export type Kind = 'transient' | 'persistent' | 'bug'

export function classify(error: unknown): Kind {
  if (error instanceof pg.DatabaseError) {
    if (transient.test(error.code ?? '')) return 'transient'
    return persistent.test(error.code ?? '') ? 'persistent' : 'bug'
  }
  if (!(error instanceof Error) || error instanceof RoostError) return 'bug'
  return 'syscall' in error || error instanceof AggregateError || lost.test(error.message) ? 'transient' : 'bug'
}

/**
 * A failure that may pass becomes `unavailable`. Any other error passes through, without the values of its row: they
 * must not get into a log.
 */
export function toRefusal(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) withoutValues(error)
  if (classify(error) === 'bug') return error
  const refusal = new RoostError('unavailable', 'The database cannot be reached, or cannot do this now', {
    retryAfterMs: RETRY_AFTER_MS,
  })
  refusal.cause = error
  return refusal
}

function withoutValues(error: pg.DatabaseError): void {
  Object.assign(error, { detail: undefined, where: undefined })
  if (!aboutValue.test(error.code ?? '')) return
  const message = `PostgreSQL does not take a value (${error.code})`
  // The stack begins with the message.
  const stack = error.stack?.replace(error.message, message)
  Object.assign(error, { message, stack })
}
