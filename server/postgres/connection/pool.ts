import pg, { type ClientBase, type Pool } from 'pg'

/** Longest wait for a connection, a lock, or an answer. */
const CONNECT_MS = 5_000
const LOCK_MS = 5_000
const ANSWER_MS = 15_000
/** A node that freezes inside a transaction blocks its user's row for the other nodes no longer than this. */
const IDLE_IN_TRANSACTION_MS = 5_000

const INT8 = 20

/**
 * Connections that are as safe as the promises: to a server that accepts writes, syncs its commits, and can store every
 * character. There is deliberately no statement_timeout: it would also cut short a commit's wait for a synchronous
 * standby, which PostgreSQL then reports as done. Calls `replaced` before the first answer of another server, or of a
 * restarted one, because it may hold less than the earlier one had acknowledged.
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
  // A connection that breaks in use fails its statement; an idle one is replaced when the next is needed. Without a
  // listener the process would end.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/**
 * Returns when this server was started, which is different for every start. @throws Error with one line for the
 * operator.
 */
export async function requireSuitable(client: ClientBase): Promise<string> {
  const { rows } = await client.query(
    `SELECT pg_is_in_recovery() AS standby, current_setting('fsync') AS fsync,
      current_setting('synchronous_commit') AS commit, current_setting('server_encoding') AS encoding,
      pg_postmaster_start_time()::text AS since`,
  )
  const { standby, fsync, commit, encoding, since } = rows[0]
  // A standby may be behind the messages that were acknowledged.
  if (standby)
    throw new Error('DATABASE_URL: this PostgreSQL is a standby; Roost reads and writes on the primary alone')
  if (fsync !== 'on')
    throw new Error('DATABASE_URL: this PostgreSQL runs with fsync = off; a crash would lose messages')
  if (encoding !== 'UTF8')
    throw new Error(
      `DATABASE_URL: this database is kept in ${encoding}, which has not every character; make one with --encoding UTF8`,
    )
  // An acknowledged message has to be on the disk, even if the server, role or database has a weaker setting.
  if (commit !== 'on' && commit !== 'remote_apply') await client.query('SET synchronous_commit = on')
  return since
}
