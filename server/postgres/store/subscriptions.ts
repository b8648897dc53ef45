import type { Subscription } from '../../../lib/protocol/push.ts'
import type { NewMessage } from '../../core/messages/plan-append.ts'
import type { Caller } from '../../core/mother.ts'
import type { HintOutcome, Sleeper, TakenHint } from '../../core/ports/push.ts'
import { levels, urgencyOf } from '../../core/push/wakes.ts'
import type { Connection, Transaction } from '../connection/connection.ts'
import { lockFor } from './devices.ts'

/** Notes how posts wake that do not wake like any other. */
export function addWakes(tx: Transaction, userId: string, inserts: readonly NewMessage[]): void {
  const unusual = inserts.flatMap(({ message: { version }, wake }) => (wake ? [{ version, level: levels[wake] }] : []))
  if (unusual.length === 0) return
  tx.later('addWakes', [userId, unusual.map((it) => it.version), unusual.map((it) => it.level)])
}

/** With the user's row locked, so that a device that is being removed leaves no subscription behind. */
export async function subscribe(tx: Transaction, { userId, deviceId }: Caller, it: Subscription): Promise<void> {
  await lockFor(tx, userId, { deviceId })
  tx.later('subscribe', [userId, deviceId, it.endpoint, it.keys.p256dh, it.keys.auth])
}

export async function unsubscribe(tx: Transaction, { userId, deviceId }: Caller): Promise<void> {
  await lockFor(tx, userId, { deviceId })
  tx.later('unsubscribe', [userId, deviceId])
}

export async function sleepers(connection: Connection, userId: string, after: number): Promise<Sleeper[] | null> {
  const rows: { deviceId: string; level: number | null }[] = await connection.ask('sleepers', [userId, after])
  if (rows.length === 0) return null
  return rows.flatMap(({ deviceId, level }) =>
    level !== null && level > levels.none ? [{ deviceId, urgency: urgencyOf(level) }] : [],
  )
}

export async function claimHints(
  connection: Connection,
  userId: string,
  found: readonly Sleeper[],
  now: number,
): Promise<void> {
  await connection.ask('claimHints', [userId, found.map((it) => it.deviceId), found.map((it) => it.urgency), now])
}

export async function takeHints(
  connection: Connection,
  { now, lease, limit }: { now: number; lease: number; limit: number },
): Promise<TakenHint[]> {
  const rows = await connection.ask('takeHints', [now, lease, limit])
  return rows.map(({ endpoint, p256dh, auth, ...hint }) => ({
    ...hint,
    subscription: { endpoint, keys: { p256dh, auth } },
    lease,
  }))
}

export async function settleHint(
  connection: Connection,
  { userId, deviceId, lease, subscription }: TakenHint,
  outcome: HintOutcome,
): Promise<void> {
  if (outcome === 'sent') await connection.ask('hintSent', [userId, deviceId, lease])
  else if (outcome === 'unneeded') await connection.ask('hintUnneeded', [userId, deviceId, lease])
  else if (outcome === 'gone') await connection.ask('endSubscription', [userId, deviceId, subscription.endpoint])
  else await connection.ask('hintAgain', [userId, deviceId, lease, outcome.again])
}
