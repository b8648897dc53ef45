/**
 * The schema's history, oldest first. What was released is never edited: a change is a new entry at the end. The number of
 * entries that a file has been through stands in its `user_version`.
 *
 * Every key starts with user_id. `message` is a rowid table because its rows are long (a WITHOUT ROWID tree of long rows is
 * deep); the others are short and read by key.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE log (
    user_id TEXT NOT NULL PRIMARY KEY,
    head INTEGER NOT NULL,
    digest BLOB NOT NULL,
    floor INTEGER NOT NULL,
    floor_digest BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE message (
    user_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    sender TEXT NOT NULL,
    receiver TEXT NOT NULL,
    kind TEXT NOT NULL,
    target_version INTEGER,
    target_sender TEXT,
    payload_hash BLOB NOT NULL,
    digest BLOB NOT NULL,
    timestamp INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    content_bytes INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX message_by_version ON message (user_id, version);
  CREATE UNIQUE INDEX message_by_id ON message (user_id, message_id);
  CREATE INDEX message_by_target ON message (user_id, target_version) WHERE target_version IS NOT NULL;

  -- Who sees which version: one row with viewer 'all', or one for each device. A pull merges two ranges of it, however many
  -- versions for others lie in between.
  CREATE TABLE visible (
    user_id TEXT NOT NULL,
    viewer TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (user_id, viewer, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE device (
    user_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    name TEXT NOT NULL,
    platform TEXT NOT NULL,
    token_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    last_received_version INTEGER NOT NULL,
    revoked_at INTEGER,
    PRIMARY KEY (user_id, device_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE pairing (
    code_hash BLOB NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX pairing_by_device ON pairing (user_id, device_id);
  CREATE INDEX pairing_by_expiry ON pairing (expires_at);
  `,
  `
  -- The clock as retention last believed it; see server/retention. One row at most.
  CREATE TABLE believed_time (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO believed_time
    SELECT 1, max(at) FROM (SELECT max(last_seen) AS at FROM device UNION ALL SELECT max(timestamp) FROM message)
    HAVING max(at) IS NOT NULL;
  `,
]
