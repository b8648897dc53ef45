/**
 * The schema's history, oldest first. A released entry is never edited: a change is a new entry at the end.
 * `user_version` holds the number of entries that a file has been through.
 *
 * Every key starts with the user: `message` and `visible` use the number of the user's log, a few bytes instead of
 * thirty.
 *
 * The rows of `message` lie in the order of their arrival, not in that of a key. When SQLite inserts between rows, it
 * moves their neighbours from page to page and does not overwrite the old place (`secure_delete` or not), so a message
 * that was deleted later could still be read from the file. wipe.test.ts tests this.
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
  `
  ALTER TABLE log RENAME TO old_log;
  ALTER TABLE message RENAME TO old_message;
  ALTER TABLE visible RENAME TO old_visible;
  DROP INDEX message_by_version;
  DROP INDEX message_by_id;
  DROP INDEX message_by_target;

  CREATE TABLE log (
    number INTEGER NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL UNIQUE,
    head INTEGER NOT NULL,
    digest BLOB NOT NULL,
    floor INTEGER NOT NULL,
    floor_digest BLOB NOT NULL
  ) STRICT;
  INSERT INTO log (user_id, head, digest, floor, floor_digest)
    SELECT user_id, head, digest, floor, floor_digest FROM old_log ORDER BY user_id;

  CREATE TABLE message (
    row INTEGER NOT NULL PRIMARY KEY,
    log INTEGER NOT NULL,
    -- 0: for all devices of the user. 1: for those that stand in visible.
    direct INTEGER NOT NULL,
    version INTEGER NOT NULL,
    -- The 16 bytes of the UUID.
    message_id BLOB NOT NULL,
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
  INSERT INTO message
    SELECT m.rowid, l.number, m.receiver <> 'all', m.version, unhex(m.message_id, '-'), m.sender, m.receiver, m.kind,
      m.target_version, m.target_sender, m.payload_hash, m.digest, m.timestamp, m.deleted, m.content_bytes, m.json
    FROM old_message m CROSS JOIN log l ON l.user_id = m.user_id ORDER BY m.rowid;
  CREATE UNIQUE INDEX message_by_version ON message (log, direct, version);
  CREATE UNIQUE INDEX message_by_id ON message (log, message_id);
  CREATE INDEX message_by_target ON message (log, target_version) WHERE target_version IS NOT NULL;

  -- Which devices see a direct message: one row for each, with the row of the message. A pull merges a range of it with one
  -- of what is for all, however many versions for others lie in between.
  CREATE TABLE visible (
    log INTEGER NOT NULL,
    viewer TEXT NOT NULL,
    version INTEGER NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (log, viewer, version)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO visible
    SELECT m.log, v.viewer, v.version, m.row
    FROM old_visible v CROSS JOIN log l ON l.user_id = v.user_id
    CROSS JOIN message m ON m.log = l.number AND m.direct = 1 AND m.version = v.version
    WHERE v.viewer <> 'all';

  DROP TABLE old_visible;
  DROP TABLE old_message;
  DROP TABLE old_log;
  `,
  // The person has seen everything up to this version. Messages from before the update count as seen.
  `
  ALTER TABLE log ADD COLUMN read_up_to INTEGER NOT NULL DEFAULT 0;
  UPDATE log SET read_up_to = head;
  `,
  // A claim that waits for confirmation stands in the row of its invitation: a code works once, so it has one at most.
  `
  ALTER TABLE pairing ADD COLUMN pairing_id TEXT;
  ALTER TABLE pairing ADD COLUMN confirm INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE pairing ADD COLUMN access TEXT NOT NULL DEFAULT 'full';
  ALTER TABLE pairing ADD COLUMN state TEXT NOT NULL DEFAULT 'open';
  ALTER TABLE pairing ADD COLUMN claim_id TEXT;
  ALTER TABLE pairing ADD COLUMN secret_hash BLOB;
  ALTER TABLE pairing ADD COLUMN check_digits TEXT;
  ALTER TABLE pairing ADD COLUMN claim_name TEXT;
  ALTER TABLE pairing ADD COLUMN claim_platform TEXT;
  CREATE UNIQUE INDEX pairing_by_id ON pairing (pairing_id) WHERE pairing_id IS NOT NULL;
  CREATE UNIQUE INDEX pairing_by_claim ON pairing (claim_id) WHERE claim_id IS NOT NULL;
  `,
  // A user's sign-ins count if they began in this epoch or later; none does once the account is closed. No row: epoch 0.
  `
  CREATE TABLE epoch (
    user_id TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    closed INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX epoch_by_number ON epoch (number);
  `,
  // The live devices of a user, and those made of late.
  `
  CREATE INDEX device_by_end ON device (user_id, revoked_at);
  CREATE INDEX device_by_creation ON device (user_id, created_at);
  `,
  // Deleted texts, for some days. The rows lie in the order of their arrival, as those of message do.
  `
  CREATE TABLE bin (
    row INTEGER NOT NULL PRIMARY KEY,
    log INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted_at INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX bin_by_version ON bin (log, version);
  CREATE INDEX bin_by_age ON bin (deleted_at);
  `,
  // Events in the life of an account, for some months. An id begins with its time.
  `
  CREATE TABLE activity (
    row INTEGER NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX activity_by_id ON activity (user_id, id);
  CREATE INDEX activity_by_age ON activity (at);
  `,
  // A device has rights, head as it was when the device was made, and perhaps the device whose invitation it claimed.
  `
  ALTER TABLE device ADD COLUMN access TEXT NOT NULL DEFAULT 'full';
  ALTER TABLE device ADD COLUMN joined_at_version INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE device ADD COLUMN offered_by TEXT;
  `,
  // Files, whose bytes are elsewhere, and which messages name them. A file may be named before it is there.
  `
  CREATE TABLE file (
    file_id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    uploader TEXT NOT NULL,
    size INTEGER NOT NULL,
    received INTEGER NOT NULL,
    -- Absent until all bytes have arrived.
    sha256 TEXT,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- Whether a message has ever named it.
    named INTEGER NOT NULL,
    -- Since when no message names it; absent while one does. 0: nothing waits for it.
    loose_since INTEGER
  ) STRICT;
  CREATE INDEX file_by_user ON file (user_id, size);
  CREATE INDEX file_by_age ON file (created_at) WHERE sha256 IS NULL;
  CREATE INDEX file_by_looseness ON file (named, loose_since) WHERE loose_since IS NOT NULL;

  CREATE TABLE naming (
    log INTEGER NOT NULL,
    version INTEGER NOT NULL,
    file_id TEXT NOT NULL,
    PRIMARY KEY (log, version, file_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX naming_by_file ON naming (log, file_id);
  `,
  // Push subscriptions with their hints, and how posts wake that do not wake like any other.
  `
  CREATE TABLE subscription (
    user_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    p256dh TEXT NOT NULL,
    auth TEXT NOT NULL,
    -- Of the outstanding hint; absent when there is none.
    urgency TEXT,
    -- When the hint may be taken to be sent; absent once the push service has it.
    due_at INTEGER,
    tries INTEGER NOT NULL,
    PRIMARY KEY (user_id, device_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX subscription_by_due ON subscription (due_at) WHERE due_at IS NOT NULL;

  CREATE TABLE wake (
    log INTEGER NOT NULL,
    version INTEGER NOT NULL,
    level INTEGER NOT NULL,
    PRIMARY KEY (log, version)
  ) STRICT, WITHOUT ROWID;
  `,
]
