import pg, { type ClientBase, type Pool } from 'pg'

/** Nobody waits longer than this for a connection, a lock, or an answer. */
const CONNECT_MS = 5_000
const LOCK_MS = 5_000
const ANSWER_MS = 15_000
/** A node that was frozen inside a transaction keeps its user's row from the other nodes no longer than this. */
const IDLE_IN_TRANSACTION_MS = 5_000

const INT8 = 20

/**
 * Connections on which nothing is weaker than the promises: to a server that writes, whose commits are synced, and which can
 * keep every character.
 * There is deliberately no statement_timeout: it would also cut short a commit's wait for a synchronous standby, which
 * PostgreSQL then reports as done. `replaced`: it is another server than before, or was started anew, and may hold less
 * than the one before had answered; called before anybody is answered by it.
 */
export function openPool(connectionString: string, max: number, replaced: () => void = () => {}): Pool {
  let known: string | undefined
  async function onConnect(client: ClientBase) {
    const server = await requireSuitable(client)
    const before = known
    known = server
    if (before !== undefined && before !== server) replaced()
  }
  const pool = new pg.Pool({
    ...{ connectionString, max, pipeline: true, keepAlive: true, fallback_application_name: 'roost' },
    connectionTimeoutMillis: CONNECT_MS,
    lock_timeout: LOCK_MS,
    query_timeout: ANSWER_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    // Versions and times are safe integers.
    types: { getTypeParser: (oid: number, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
    onConnect,
  })
  // Whoever uses a connection that ends is told by its statement; an idle one is replaced when the next is needed. Without
  // a listener the process would end.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/** Answers since when this server runs: no two are the same. @throws Error with one line for the operator. */
export async function requireSuitable(client: ClientBase): Promise<string> {
  const { rows } = await client.query(
    `SELECT pg_is_in_recovery() AS standby, current_setting('fsync') AS fsync,
      current_setting('synchronous_commit') AS commit, current_setting('server_encoding') AS encoding,
      pg_postmaster_start_time()::text AS since`,
  )
  const { standby, fsync, commit, encoding, since } = rows[0]
  // What a standby holds may be older than what was acknowledged.
  if (standby)
    throw new Error('DATABASE_URL: this PostgreSQL is a standby; Roost reads and writes on the primary alone')
  if (fsync !== 'on')
    throw new Error('DATABASE_URL: this PostgreSQL runs with fsync = off; a crash would lose messages')
  if (encoding !== 'UTF8')
    throw new Error(
      `DATABASE_URL: this database is kept in ${encoding}, which has not every character; make one with --encoding UTF8`,
    )
  // Whatever weaker the server, the role or the database says, an acknowledged message is on the disk.
  if (commit !== 'on' && commit !== 'remote_apply') await client.query('SET synchronous_commit = on')
  return since
}
