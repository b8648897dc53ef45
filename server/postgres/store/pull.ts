import type { Pool } from 'pg'
import type { PullRequest } from '../../../lib/protocol/batch.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { checkCursor } from '../../core/messages/cursor.ts'
import type { BatchText, Caller } from '../../core/mother.ts'
import { type Connection, type Transaction, transact } from '../connection/connection.ts'
import { historyOf } from './history.ts'
import { requireLive } from './live-device.ts'

/**
 * A device that sends its digest, or leaves the cursor to the server, usually only asks whether there is anything new.
 * That takes one statement without a transaction. The feed knows that there is something new.
 */
export async function pull(
  pool: Pool,
  connection: Connection,
  caller: Caller,
  request: PullRequest,
): Promise<BatchText> {
  const mayBeLevel = request.digest !== undefined || request.after === undefined
  const level = mayBeLevel ? await emptyBatch(connection, caller, request) : null
  if (level) return level
  const { from, asked } = await transact(pool, 'read', (tx) => askForPage(tx, caller, request))
  const [[position], between, page] = await Promise.all(asked)
  const log = requireLive(position)
  checkCursor(historyOf(log, between), from, request.digest)

  const full = page.findIndex((it) => it.json === null)
  const rows = full === -1 ? page : page.slice(0, full)
  const last = rows.at(-1)
  const whole = full === -1 && page.length < limitOf(request)
  const upTo = whole || !last ? log.head : last.version
  const digestThere = historyOf(log, last ? [last] : []).digestAt(upTo)
  return { from, upTo, messages: rows.map((it) => it.json), digest: digestThere, head: log.head, floor: log.floor }
}

const limitOf = ({ limit = limits.pullDefault }: PullRequest) => limit

/** null: there are messages after the cursor. */
async function emptyBatch(
  connection: Connection,
  { userId, deviceId }: Caller,
  { after, digest }: PullRequest,
): Promise<BatchText | null> {
  const log = requireLive((await connection.ask('position', [userId, deviceId]))[0])
  const { head, floor } = log
  if ((after ?? log.last_received_version) !== head) return null
  const history = historyOf(log, [])
  checkCursor(history, head, digest)
  return { from: head, upTo: head, messages: [], digest: history.digestAt(head), head, floor }
}

/** All statements travel at once with the commit, unless the cursor has to be read first. */
async function askForPage(tx: Transaction, { userId, deviceId }: Caller, request: PullRequest) {
  const { after, digest } = request
  const position = () => tx.ask('position', [userId, deviceId])
  const from = after ?? requireLive((await position())[0]).last_received_version
  const asked = [
    position(),
    digest === undefined ? [] : tx.ask('digestAt', [userId, from]),
    tx.ask('readPage', [userId, deviceId, from, limitOf(request), limits.batchBytes]),
  ] as const
  return { from, asked }
}
