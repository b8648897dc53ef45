import { levels, UNREAD_MAX } from '../../core/push/wakes.ts'

/** A device that lacks more than this was told of it before. */
const LOOKED_AT = 500

/** Versions above `after` that the device sees, each read by its key whatever the planner thinks of the size of the log. */
const posts = (deviceId: string, after: string, limit: number) => `(
      (SELECT version FROM visible WHERE user_id = $1 AND viewer = 'all' AND version > ${after}
        ORDER BY version DESC LIMIT ${limit})
      UNION ALL
      (SELECT version FROM visible WHERE user_id = $1 AND viewer = ${deviceId} AND version > ${after}
        ORDER BY version DESC LIMIT ${limit})
    ) seen CROSS JOIN LATERAL (
      SELECT version FROM message WHERE user_id = $1 AND version = seen.version
        AND kind = 'post' AND sender <> ${deviceId} AND NOT deleted OFFSET 0
    ) m`

/** Each statement serves one user and names it first, so the tables can be spread by user like messages. */
export const ofSubscriber = {
  addWakes: `INSERT INTO wake (user_id, version, level) SELECT $1, unnest($2::bigint[]), unnest($3::smallint[])
    ON CONFLICT (user_id, version) DO NOTHING`,
  removeWakes: 'DELETE FROM wake WHERE user_id = $1 AND version <= $2',
  subscribe: `INSERT INTO subscription (user_id, device_id, endpoint, p256dh, auth, tries) VALUES ($1, $2, $3, $4, $5, 0)
    ON CONFLICT (user_id, device_id) DO UPDATE
      SET urgency = NULL, due_at = NULL, tries = 0, endpoint = $3, p256dh = $4, auth = $5
      WHERE subscription.endpoint <> $3 OR subscription.p256dh <> $4 OR subscription.auth <> $5`,
  unsubscribe: 'DELETE FROM subscription WHERE user_id = $1 AND device_id = $2',
  sleepers: `SELECT s.device_id AS "deviceId", (
      SELECT max(coalesce(w.level, ${levels.normal}))
      FROM ${posts('s.device_id', 'greatest($2::bigint, d.last_received_version)', LOOKED_AT)}
      LEFT JOIN wake w ON w.user_id = $1 AND w.version = m.version
      WHERE s.urgency IS NULL AND d.last_received_version < l.head
    ) AS level
    FROM subscription s JOIN device d ON d.user_id = $1 AND d.device_id = s.device_id JOIN log l ON l.user_id = $1
    WHERE s.user_id = $1`,
  claimHints: `UPDATE subscription SET urgency = claimed.urgency, due_at = $4, tries = 0
    FROM (SELECT unnest($2::text[]) AS device_id, unnest($3::text[]) AS urgency) claimed
    WHERE subscription.user_id = $1 AND subscription.device_id = claimed.device_id AND subscription.urgency IS NULL`,
  hintFor: `SELECT l.head, least((
      SELECT count(*) FROM ${posts('$2', 'l.read_up_to', UNREAD_MAX)}
    ), ${UNREAD_MAX})::int AS unread
    FROM log l JOIN device d ON d.user_id = $1 AND d.device_id = $2
    WHERE l.user_id = $1 AND d.revoked_at IS NULL AND d.last_received_version < l.head`,
  hintSent: 'UPDATE subscription SET due_at = NULL WHERE user_id = $1 AND device_id = $2 AND due_at = $3',
  hintAgain: `UPDATE subscription SET due_at = $4, tries = tries + 1
    WHERE user_id = $1 AND device_id = $2 AND due_at = $3`,
  hintUnneeded: `UPDATE subscription SET urgency = NULL, due_at = NULL, tries = 0
    WHERE user_id = $1 AND device_id = $2 AND due_at = $3`,
  endSubscription: 'DELETE FROM subscription WHERE user_id = $1 AND device_id = $2 AND endpoint = $3',
  hasHint: 'SELECT 1 FROM subscription WHERE user_id = $1 AND device_id = $2 AND urgency IS NOT NULL',
  clearHint: `UPDATE subscription SET urgency = NULL, due_at = NULL, tries = 0
    WHERE user_id = $1 AND device_id = $2 AND urgency IS NOT NULL`,
} as const

/** Over all users: what is due, and who may have been forgotten. */
export const ofSubscriptions = {
  usersBehind: `SELECT s.user_id AS "userId" FROM subscription s
    WHERE s.user_id > $1 AND s.urgency IS NULL AND EXISTS (
      SELECT FROM device d JOIN log l ON l.user_id = d.user_id
      WHERE d.user_id = s.user_id AND d.device_id = s.device_id AND d.last_received_version < l.head
    ) GROUP BY s.user_id ORDER BY s.user_id LIMIT $2`,
  takeHints: `UPDATE subscription SET due_at = $2 WHERE (user_id, device_id) IN (
      SELECT user_id, device_id FROM subscription WHERE due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED
    ) RETURNING user_id AS "userId", device_id AS "deviceId", endpoint, p256dh, auth, urgency, tries`,
  nextHintAt: 'SELECT due_at AS at FROM subscription WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1',
} as const
