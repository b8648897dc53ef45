import { BIN_PAGE } from '../../core/messages/bin.ts'
import { ofFiles } from './file-statements.ts'
import { ofSubscriber, ofSubscriptions } from './push-statements.ts'

/**
 * Every statement that the store sends while it serves, by the name it is prepared under. Those of `ofUser` serve
 * messages: each names its user first, wherever it reads or writes, and none needs a sequence, a notification or an
 * advisory lock. So the tables can be spread by user over many databases. statements.cluster.test.ts checks this.
 */
export const ofUser = {
  // The holder of the user's row gives the versions.
  lockLog: 'SELECT head, digest, floor, floor_digest, read_up_to, revocations FROM log WHERE user_id = $1 FOR UPDATE',
  makeLog: `INSERT INTO log (user_id, head, digest, floor, floor_digest) VALUES ($1, 0, $2, 0, $2)
    ON CONFLICT (user_id) DO NOTHING`,
  countRevocation: 'UPDATE log SET revocations = revocations + 1 WHERE user_id = $1',
  moveFloor: 'UPDATE log SET floor = $2, floor_digest = $3 WHERE user_id = $1',
  moveReadUpTo: 'UPDATE log SET read_up_to = $2 WHERE user_id = $1',
  digestAt: 'SELECT digest FROM message WHERE user_id = $1 AND version = $2',

  // Looks up each id by its key: for "any of many", the planner may read through the whole log instead.
  findMessages: `SELECT m.* FROM unnest($2::uuid[]) wanted (id) CROSS JOIN LATERAL (
      SELECT message_id, version, sender, receiver, kind, target_sender, payload_hash,
        (json::json ->> 'timestamp')::bigint AS timestamp, deleted
      FROM message WHERE user_id = $1 AND message_id = wanted.id OFFSET 0
    ) m`,
  // Head, messages and viewers in one statement, which does nothing unless the log is as it was when this was decided.
  // A statement that waits for the user's row is judged by the state that the last holder left.
  append: `WITH moved AS (
      UPDATE log SET head = $5, digest = $6
      WHERE user_id = $1 AND head = $2 AND digest = $3 AND revocations = $4 RETURNING floor
    ), added AS (
      INSERT INTO message (user_id, version, message_id, sender, receiver, kind, target_version, target_sender, payload_hash,
        digest, timestamp, deleted, content_bytes, json)
      SELECT $1, unnest($7::bigint[]), unnest($8::uuid[]), unnest($9::text[]), unnest($10::text[]), unnest($11::text[]),
        unnest($12::bigint[]), unnest($13::text[]), unnest($14::bytea[]), unnest($15::bytea[]), unnest($16::bigint[]),
        unnest($17::boolean[]), unnest($18::integer[]), unnest($19::text[])
      WHERE EXISTS (SELECT FROM moved)
    ), shown AS (
      INSERT INTO visible (user_id, viewer, version) SELECT $1, unnest($20::text[]), unnest($21::bigint[])
      WHERE EXISTS (SELECT FROM moved)
    ) SELECT floor FROM moved`,
  markDeleted: 'UPDATE message SET deleted = true WHERE user_id = $1 AND version = ANY ($2::bigint[])',
  findContents: `SELECT version, json FROM message WHERE user_id = $1 AND version = ANY ($2::bigint[]) AND content_bytes > 0
    UNION ALL
    SELECT version, json FROM message WHERE user_id = $1 AND target_version = ANY ($2::bigint[]) AND content_bytes > 0`,
  empty: 'UPDATE message SET json = $3, content_bytes = 0 WHERE user_id = $1 AND version = $2',

  addToBin: `INSERT INTO bin (user_id, version, deleted_at, json) VALUES ($1, $2, $3, $4)
    ON CONFLICT (user_id, version) DO NOTHING`,
  listBin: `SELECT json FROM bin WHERE user_id = $1 AND version < $2 ORDER BY version DESC LIMIT ${BIN_PAGE.messages}`,
  emptyBin: 'DELETE FROM bin WHERE user_id = $1',
  removeFromBin: 'DELETE FROM bin WHERE user_id = $1 AND version <= $2',

  note: `INSERT INTO activity (user_id, id, at, json) VALUES ($1, $2, $3, $4)
    ON CONFLICT (user_id, id) DO UPDATE SET at = excluded.at, json = excluded.json`,
  notes: 'SELECT json FROM activity WHERE user_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3',
  usage: `SELECT count(*)::int AS messages, coalesce(sum(content_bytes), 0)::bigint AS bytes
    FROM message WHERE user_id = $1`,
  forgetNotes: 'DELETE FROM activity WHERE user_id = $1',

  // Messages beyond the bytes of a batch come without their text: they only show that there is more.
  readPage: `SELECT version, digest, CASE WHEN so_far <= $5 OR so_far = content_bytes THEN json END AS json FROM (
      SELECT page.version, m.digest, m.json, m.content_bytes, sum(m.content_bytes) OVER (ORDER BY page.version) AS so_far
      FROM (
        -- Each bounded by itself: else a device that is far behind has all that it missed sorted for every page.
        (SELECT version FROM visible WHERE user_id = $1 AND viewer = 'all' AND version > $3 ORDER BY version LIMIT $4)
        UNION ALL
        (SELECT version FROM visible WHERE user_id = $1 AND viewer = $2 AND version > $3 ORDER BY version LIMIT $4)
        ORDER BY version LIMIT $4
      ) page
      -- OFFSET 0: read one by one by their key, whatever the planner thinks of the size of the log.
      CROSS JOIN LATERAL (
        SELECT digest, json, content_bytes FROM message WHERE user_id = $1 AND version = page.version OFFSET 0
      ) m
    ) sized ORDER BY version`,

  addDevice: `INSERT INTO device (user_id, device_id, name, platform, token_hash, created_at, last_seen, last_received_version,
      access, joined_at_version, offered_by)
    VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10)
    ON CONFLICT (user_id, device_id) DO UPDATE SET token_hash = excluded.token_hash
      WHERE device.token_hash = excluded.token_hash
    RETURNING device_id`,
  countDevices: 'SELECT count(*) AS count FROM device WHERE user_id = $1 AND revoked_at IS NULL',
  madeWithin: `SELECT created_at FROM device WHERE user_id = $1 AND created_at > $2 AND created_at <= $3
    ORDER BY created_at DESC LIMIT 1 OFFSET $4`,
  findDevice: `SELECT token_hash, name, access, revoked_at, last_received_version, last_seen
    FROM device WHERE user_id = $1 AND device_id = $2`,
  findDevices: 'SELECT device_id, revoked_at, access FROM device WHERE user_id = $1 AND device_id = ANY ($2::text[])',
  listDevices: `SELECT device_id AS "deviceId", name, platform, created_at AS "createdAt", last_seen AS "lastSeen",
      last_received_version AS "lastReceivedVersion", access, joined_at_version AS "joinedAtVersion",
      offered_by AS "offeredBy", revoked_at FROM device WHERE user_id = $1`,
  formerDevices: `SELECT device_id AS "deviceId", name, platform, revoked_at AS "revokedAt" FROM device
    WHERE user_id = $1 AND revoked_at > 0 ORDER BY revoked_at DESC LIMIT $2`,
  position: `SELECT l.head, l.digest, l.floor, l.floor_digest, l.read_up_to, d.last_received_version, d.revoked_at
    FROM device d JOIN log l ON l.user_id = $1 WHERE d.user_id = $1 AND d.device_id = $2`,
  rename: `UPDATE device SET name = $3 WHERE user_id = $1 AND device_id = $2 AND revoked_at IS NULL
    RETURNING device_id AS "deviceId", name, platform, created_at AS "createdAt", last_seen AS "lastSeen",
      last_received_version AS "lastReceivedVersion", access, joined_at_version AS "joinedAtVersion",
      offered_by AS "offeredBy"`,
  revoke: `UPDATE device SET revoked_at = $3 WHERE user_id = $1 AND device_id = $2 AND revoked_at IS NULL
    RETURNING device_id`,
  touch: `UPDATE device SET last_seen = $3
    WHERE user_id = $1 AND device_id = $2 AND last_seen < $3 AND revoked_at IS NULL`,
  acknowledge: `UPDATE device SET last_received_version = $3
    WHERE user_id = $1 AND device_id = $2 AND last_received_version < $3 AND revoked_at IS NULL RETURNING device_id`,

  forgetNames: "UPDATE device SET name = '', platform = '' WHERE user_id = $1",

  oldUpTo: `SELECT version FROM message
    WHERE user_id = $1 AND timestamp < $2 AND version < coalesce((SELECT version FROM message
        WHERE user_id = $1 AND version > (SELECT floor FROM log WHERE user_id = $1) AND timestamp BETWEEN $2 AND $3 ORDER BY version LIMIT 1), ${Number.MAX_SAFE_INTEGER})
    ORDER BY version DESC LIMIT 1`,
  findOldest: `SELECT version, digest, sender, receiver, target_sender FROM message
    WHERE user_id = $1 AND version > $2 AND version <= $3 ORDER BY version`,
  removeMessages: 'DELETE FROM message WHERE user_id = $1 AND version <= $2',
  hide: 'DELETE FROM visible WHERE user_id = $1 AND viewer = ANY ($2::text[]) AND version <= $3',
} as const

/**
 * Statements without a user, or apart from messages: sign-ins, pairing (a code is all that its holder has), retention,
 * health.
 */
export const others = {
  addPairing: `INSERT INTO pairing (code_hash, user_id, device_id, expires_at, pairing_id, confirm, access)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (code_hash) DO UPDATE SET expires_at = excluded.expires_at
      WHERE pairing.user_id = excluded.user_id AND pairing.pairing_id = excluded.pairing_id
    RETURNING user_id`,
  findPairing: `SELECT user_id, device_id, confirm, access FROM pairing
    WHERE code_hash = $1 AND state = 'open' AND expires_at > $2`,
  usePairing: `UPDATE pairing SET state = 'done'
    WHERE code_hash = $1 AND state = 'open' AND NOT confirm AND expires_at > $2 RETURNING device_id`,
  cancelPairing: `WITH cancelled AS (
      UPDATE pairing SET state = 'cancelled'
      WHERE pairing_id = $1 AND user_id = $2 AND state IN ('open', 'waiting', 'accepted')
    ) SELECT 1 FROM pairing WHERE pairing_id = $1 AND user_id = $2`,
  addClaim: `UPDATE pairing SET state = 'waiting', claim_id = $3, secret_hash = $4, check_digits = $5, claim_name = $6,
      claim_platform = $7, expires_at = $8, access = $9
    WHERE code_hash = $1 AND state = 'open' AND confirm AND expires_at > $2 RETURNING device_id`,
  waitingClaims: `SELECT pairing_id AS "pairingId", claim_id AS "claimId", claim_name AS name, claim_platform AS platform,
      check_digits AS "check"
    FROM pairing WHERE user_id = $1 AND device_id = $2 AND state = 'waiting' AND expires_at > $3`,
  findClaim: `SELECT user_id AS "userId", device_id AS "deviceId", state, expires_at AS "expiresAt",
      secret_hash AS "secretHash", claim_name AS name, claim_platform AS platform, access FROM pairing WHERE claim_id = $1`,
  setClaimState: 'UPDATE pairing SET state = $2 WHERE claim_id = $1',
  removeExpiredPairings: 'DELETE FROM pairing WHERE expires_at <= $1',
  endInvitations: 'DELETE FROM pairing WHERE user_id = $1 AND device_id = $2',
  newestEpoch: 'SELECT coalesce(max(number), 0) AS number FROM epoch',
  findEpoch: 'SELECT number, closed FROM epoch WHERE user_id = $1',
  // While a user has no log, the first device and a new epoch wait for each other at this row.
  makeEpoch: 'INSERT INTO epoch (user_id, number, closed) VALUES ($1, 0, false) ON CONFLICT (user_id) DO NOTHING',
  lockEpoch: 'SELECT number, closed FROM epoch WHERE user_id = $1 FOR SHARE',
  // Epochs are given one after the other, so that each is newer than all that a sign-in may have begun in.
  lockEpochs: 'LOCK TABLE epoch IN SHARE ROW EXCLUSIVE MODE',
  raiseEpoch: `INSERT INTO epoch (user_id, number, closed)
    SELECT $1, coalesce((SELECT max(number) FROM epoch), 0) + 1, $2::boolean
    ON CONFLICT (user_id) DO UPDATE SET number = excluded.number, closed = epoch.closed OR excluded.closed RETURNING number`,
  // The account library makes the table of sessions at the first start, after the store was opened.
  hasSessions: "SELECT to_regclass('session') IS NOT NULL AS there",
  findSession: 'SELECT epoch FROM session WHERE "userId" = $1 AND id = $2',
  lockSession: 'SELECT epoch FROM session WHERE "userId" = $1 AND id = $2 FOR SHARE',
  endOtherSessions: 'DELETE FROM session WHERE "userId" = $1 AND id <> $2',
  carryOver: 'UPDATE session SET epoch = $3 WHERE "userId" = $1 AND id = $2',
  expireBins:
    'WITH gone AS (DELETE FROM bin WHERE deleted_at < $1 RETURNING 1) SELECT count(*)::int AS removed FROM gone',
  expireNotes:
    'WITH gone AS (DELETE FROM activity WHERE at < $1 RETURNING 1) SELECT count(*)::int AS removed FROM gone',
  userAfter: 'SELECT user_id FROM log WHERE user_id > $1 AND head > floor ORDER BY user_id LIMIT 1',
  trustedTime: 'SELECT at FROM believed_time WHERE only_row = 1',
  trustTime: `INSERT INTO believed_time (only_row, at) VALUES (1, $1)
    ON CONFLICT (only_row) DO UPDATE SET at = excluded.at`,
  probe: 'SELECT at FROM believed_time WHERE only_row = 0',
} as const

export const statements = { ...ofUser, ...ofFiles, ...ofSubscriber, ...ofSubscriptions, ...others }
export type StatementName = keyof typeof statements
