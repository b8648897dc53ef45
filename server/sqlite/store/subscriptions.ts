import type { DatabaseSync } from 'node:sqlite'
import type { Hint, Subscription } from '../../../lib/protocol/push.ts'
import type { Caller } from '../../core/mother.ts'
import type { HintOutcome, PushStore, Sleeper, TakenHint } from '../../core/ports/push.ts'
import { levels, UNREAD_MAX, urgencyOf } from '../../core/push/wakes.ts'
import type { LiveDevices } from './live-device.ts'

/** The calls of PushStore, each inside a transaction. */
export type Subscriptions = {
  [C in keyof PushStore]: (...args: Parameters<PushStore[C]>) => Awaited<ReturnType<PushStore[C]>>
}

/** A device that lacks more than this was told of it before. */
const LOOKED_AT = 500

export function createSubscriptions(db: DatabaseSync, live: LiveDevices): Subscriptions {
  const put = db.prepare(`
    INSERT INTO subscription (user_id, device_id, endpoint, p256dh, auth, tries) VALUES (?1, ?2, ?3, ?4, ?5, 0)
    ON CONFLICT (user_id, device_id) DO UPDATE SET urgency = NULL, due_at = NULL, tries = 0, endpoint = ?3, p256dh = ?4, auth = ?5
      WHERE endpoint <> ?3 OR p256dh <> ?4 OR auth <> ?5`)
  const remove = db.prepare('DELETE FROM subscription WHERE user_id = ? AND device_id = ?')
  const removeEnded = db.prepare('DELETE FROM subscription WHERE user_id = ? AND device_id = ? AND endpoint = ?')
  const post = "m.kind = 'post' AND m.deleted = 0 AND m.sender <> ?3"
  const ofUser = db.prepare('SELECT device_id AS deviceId, urgency FROM subscription WHERE user_id = ?')
  const position = db.prepare(`
    SELECT l.number, l.head, l.read_up_to AS readUpTo, d.last_received_version AS received FROM device d
    JOIN log l ON l.user_id = d.user_id WHERE d.user_id = ? AND d.device_id = ? AND d.revoked_at IS NULL`)
  // Posts for all, and direct ones; the newest first.
  const lacked = [
    `SELECT m.version FROM message m WHERE m.log = ?1 AND m.direct = 0 AND m.version > ?2 AND ${post}
      ORDER BY m.version DESC`,
    `SELECT v.version FROM visible v CROSS JOIN message m ON m.row = v.row
      WHERE v.log = ?1 AND v.viewer = ?3 AND v.version > ?2 AND ${post} ORDER BY v.version DESC`,
  ]
  const level = lacked.map((posts) =>
    db.prepare(`
      SELECT max(coalesce((SELECT level FROM wake WHERE log = ?1 AND version = p.version), ${levels.normal})) AS level
      FROM (${posts} LIMIT ${LOOKED_AT}) p`),
  )
  const unread = lacked.map((posts) => db.prepare(`${posts} LIMIT ${UNREAD_MAX}`))
  const usersBehind = db.prepare(`
    SELECT s.user_id AS userId FROM subscription s
    CROSS JOIN log l ON l.user_id = s.user_id
    CROSS JOIN device d ON d.user_id = s.user_id AND d.device_id = s.device_id
    WHERE s.user_id > ? AND s.urgency IS NULL AND d.last_received_version < l.head
    GROUP BY s.user_id ORDER BY s.user_id LIMIT ?`)
  const claim = db.prepare(`
    UPDATE subscription SET urgency = ?3, due_at = ?4, tries = 0 WHERE user_id = ?1 AND device_id = ?2 AND urgency IS NULL`)
  const due = db.prepare(`
    SELECT user_id AS userId, device_id AS deviceId, endpoint, p256dh, auth, urgency, tries FROM subscription
    WHERE due_at <= ? ORDER BY due_at LIMIT ?`)
  const lease = db.prepare('UPDATE subscription SET due_at = ?3 WHERE user_id = ?1 AND device_id = ?2')
  const taken = 'WHERE user_id = ?1 AND device_id = ?2 AND due_at = ?3'
  const sent = db.prepare(`UPDATE subscription SET due_at = NULL ${taken}`)
  const again = db.prepare(`UPDATE subscription SET due_at = ?4, tries = tries + 1 ${taken}`)
  const unneeded = db.prepare(`UPDATE subscription SET urgency = NULL, due_at = NULL, tries = 0 ${taken}`)
  const nextAt = db.prepare('SELECT due_at AS at FROM subscription WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1')
  const has = db.prepare('SELECT 1 FROM subscription WHERE user_id = ? AND device_id = ? AND urgency IS NOT NULL')
  const clear = db.prepare(`
    UPDATE subscription SET urgency = NULL, due_at = NULL, tries = 0 WHERE user_id = ? AND device_id = ?`)

  interface Position {
    number: number
    head: number
    readUpTo: number
    received: number
  }
  const positionOf = (userId: string, deviceId: string) => position.get(userId, deviceId) as Position | undefined

  function sleeper(userId: string, deviceId: string, after: number): Sleeper[] {
    const at = positionOf(userId, deviceId)
    if (!at || at.received >= at.head) return []
    const from = Math.max(at.received, after)
    const highest = Math.max(...level.map((it) => (it.get(at.number, from, deviceId)?.level as number | null) ?? 0))
    return highest > levels.none ? [{ deviceId, urgency: urgencyOf(highest) }] : []
  }

  return {
    subscribe(caller: Caller, { endpoint, keys: { p256dh, auth } }: Subscription) {
      live.require(caller)
      put.run(caller.userId, caller.deviceId, endpoint, p256dh, auth)
    },
    unsubscribe(caller) {
      live.require(caller)
      remove.run(caller.userId, caller.deviceId)
    },
    sleepers(userId, after) {
      const rows = ofUser.all(userId) as { deviceId: string; urgency: string | null }[]
      if (rows.length === 0) return null
      return rows.filter((it) => it.urgency === null).flatMap((it) => sleeper(userId, it.deviceId, after))
    },
    usersBehind: (userId, limit) => usersBehind.all(userId, limit).map((it) => it.userId as string),
    claimHints(userId, sleepers, now) {
      for (const { deviceId, urgency } of sleepers) claim.run(userId, deviceId, urgency, now)
    },
    takeHints({ now, lease: until, limit }): TakenHint[] {
      return due.all(now, limit).map((row) => {
        const { userId, deviceId, endpoint, p256dh, auth, urgency, tries } = row as Record<string, string> & TakenHint
        lease.run(userId, deviceId, until)
        const keys = { p256dh: p256dh as string, auth: auth as string }
        return { userId, deviceId, subscription: { endpoint: endpoint as string, keys }, urgency, tries, lease: until }
      })
    },
    hintFor(userId, deviceId): Hint | null {
      const at = positionOf(userId, deviceId)
      if (!at || at.received >= at.head) return null
      const counts = unread.map((it) => it.all(at.number, at.readUpTo, deviceId).length)
      return { head: at.head, unread: Math.min(UNREAD_MAX, (counts[0] ?? 0) + (counts[1] ?? 0)) }
    },
    settleHint({ userId, deviceId, lease: until, subscription }, outcome: HintOutcome) {
      if (outcome === 'sent') sent.run(userId, deviceId, until)
      else if (outcome === 'unneeded') unneeded.run(userId, deviceId, until)
      else if (outcome === 'gone') removeEnded.run(userId, deviceId, subscription.endpoint)
      else again.run(userId, deviceId, until, outcome.again)
    },
    nextHintAt: () => (nextAt.get()?.at as number | undefined) ?? null,
    hasHint: ({ userId, deviceId }) => has.get(userId, deviceId) !== undefined,
    clearHint: ({ userId, deviceId }) => void clear.run(userId, deviceId),
  }
}
