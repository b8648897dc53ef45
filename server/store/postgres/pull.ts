import type { PullRequest } from '../../../lib/protocol/batch.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { checkCursor } from '../../mother/cursor.ts'
import type { BatchText, Caller } from '../../mother/mother.ts'
import { historyOf } from './history.ts'
import { requireLive } from './live-device.ts'
import type { Transaction } from './session.ts'

export async function pull(
  tx: Transaction,
  { userId, deviceId }: Caller,
  { after, digest, limit = limits.pullDefault }: PullRequest,
): Promise<BatchText> {
  const log = requireLive((await tx.ask('position', [userId, deviceId]))[0])
  const from = after ?? Math.max(log.last_received_version, log.floor)
  const [between, page] = await Promise.all([
    digest === undefined ? [] : tx.ask('digestAt', [userId, from]),
    tx.ask('readPage', [userId, deviceId, from, limit, limits.batchBytes]),
  ])
  checkCursor(historyOf(log, between), from, digest)

  const full = page.findIndex((it) => it.json === null)
  const rows = full === -1 ? page : page.slice(0, full)
  const last = rows.at(-1)
  const whole = full === -1 && page.length < limit
  const upTo = whole || !last ? log.head : last.version
  const digestThere = historyOf(log, last ? [last] : []).digestAt(upTo)
  return { from, upTo, messages: rows.map((it) => it.json), digest: digestThere, head: log.head, floor: log.floor }
}
