/**
 * The schema's history, oldest first. A released entry is never edited: a change is a new entry at the end.
 * `roost_schema` holds the number of entries that a database has been through.
 *
 * Every key on the way of messages starts with user_id. Keys are compared byte for byte (COLLATE "C"): that is faster,
 * and no index breaks when the operating system changes its sort order.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE log (
    user_id text COLLATE "C" PRIMARY KEY,
    head bigint NOT NULL,
    digest bytea NOT NULL,
    floor bigint NOT NULL,
    floor_digest bytea NOT NULL
  -- Each send changes this row: room beside it keeps that change on its page and out of the index.
  ) WITH (fillfactor = 50);

  CREATE TABLE message (
    user_id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    message_id uuid NOT NULL,
    sender text COLLATE "C" NOT NULL,
    receiver text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    target_version bigint,
    target_sender text COLLATE "C",
    payload_hash bytea NOT NULL,
    digest bytea NOT NULL,
    timestamp bigint NOT NULL,
    deleted boolean NOT NULL,
    content_bytes integer NOT NULL,
    json text NOT NULL,
    PRIMARY KEY (user_id, version)
  );
  CREATE UNIQUE INDEX message_by_id ON message (user_id, message_id);
  CREATE INDEX message_by_target ON message (user_id, target_version) WHERE target_version IS NOT NULL;

  -- Who sees which version: one row with viewer 'all', or one for each device. A pull merges two ranges of it, however many
  -- versions for others lie in between.
  CREATE TABLE visible (
    user_id text COLLATE "C" NOT NULL,
    viewer text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (user_id, viewer, version)
  );

  CREATE TABLE device (
    user_id text COLLATE "C" NOT NULL,
    device_id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    platform text NOT NULL,
    token_hash bytea NOT NULL,
    created_at bigint NOT NULL,
    last_seen bigint NOT NULL,
    last_received_version bigint NOT NULL,
    revoked_at bigint,
    PRIMARY KEY (user_id, device_id)
  ) WITH (fillfactor = 70);

  -- The only table whose key is not the user: a code is all that its holder has. It is small, and rarely asked.
  CREATE TABLE pairing (
    code_hash bytea PRIMARY KEY,
    user_id text COLLATE "C" NOT NULL,
    device_id text COLLATE "C" NOT NULL,
    expires_at bigint NOT NULL
  );
  CREATE INDEX pairing_by_device ON pairing (user_id, device_id);
  CREATE INDEX pairing_by_expiry ON pairing (expires_at);

  -- The clock as retention last believed it; see server/retention. One row at most.
  CREATE TABLE believed_time (
    only_row integer PRIMARY KEY CHECK (only_row = 1),
    at bigint NOT NULL
  );
  `,
  // Counts revocations of the user's devices: while the count is the same, devices that were live still are.
  `
  ALTER TABLE log ADD COLUMN revocations bigint NOT NULL DEFAULT 0;
  `,
  // The person has seen everything up to this version. Messages from before the update count as seen.
  `
  ALTER TABLE log ADD COLUMN read_up_to bigint NOT NULL DEFAULT 0;
  UPDATE log SET read_up_to = head;
  `,
  // A claim that waits for confirmation stands in the row of its invitation: a code works once, so it has one at most.
  `
  ALTER TABLE pairing
    ADD COLUMN pairing_id text COLLATE "C",
    ADD COLUMN confirm boolean NOT NULL DEFAULT false,
    ADD COLUMN access text COLLATE "C" NOT NULL DEFAULT 'full',
    ADD COLUMN state text COLLATE "C" NOT NULL DEFAULT 'open',
    ADD COLUMN claim_id text COLLATE "C",
    ADD COLUMN secret_hash bytea,
    ADD COLUMN check_digits text,
    ADD COLUMN claim_name text,
    ADD COLUMN claim_platform text;
  CREATE UNIQUE INDEX pairing_by_id ON pairing (pairing_id) WHERE pairing_id IS NOT NULL;
  CREATE UNIQUE INDEX pairing_by_claim ON pairing (claim_id) WHERE claim_id IS NOT NULL;
  `,
  // A user's sign-ins count if they began in this epoch or later; none does once the account is closed. No row: epoch 0.
  `
  CREATE TABLE epoch (
    user_id text COLLATE "C" PRIMARY KEY,
    number bigint NOT NULL,
    closed boolean NOT NULL
  );
  CREATE INDEX epoch_by_number ON epoch (number);
  `,
  // The live devices of a user, and those made of late.
  `
  CREATE INDEX device_by_end ON device (user_id, revoked_at);
  CREATE INDEX device_by_creation ON device (user_id, created_at);
  `,
  // Deleted texts, for some days.
  `
  CREATE TABLE bin (
    user_id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    deleted_at bigint NOT NULL,
    json text NOT NULL,
    PRIMARY KEY (user_id, version)
  );
  CREATE INDEX bin_by_age ON bin (deleted_at);
  `,
  // Events in the life of an account, for some months. An id begins with its time.
  `
  CREATE TABLE activity (
    user_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    json text NOT NULL,
    PRIMARY KEY (user_id, id)
  );
  CREATE INDEX activity_by_age ON activity (at);
  `,
  // A device has rights, head as it was when the device was made, and perhaps the device whose invitation it claimed.
  `
  ALTER TABLE device
    ADD COLUMN access text COLLATE "C" NOT NULL DEFAULT 'full',
    ADD COLUMN joined_at_version bigint NOT NULL DEFAULT 0,
    ADD COLUMN offered_by text COLLATE "C";
  `,
  // Files, whose bytes are elsewhere, and which messages name them. A file may be named before it is there.
  `
  CREATE TABLE file (
    file_id text COLLATE "C" PRIMARY KEY,
    user_id text COLLATE "C" NOT NULL,
    uploader text COLLATE "C" NOT NULL,
    size bigint NOT NULL,
    received bigint NOT NULL,
    -- Absent until all bytes have arrived.
    sha256 text COLLATE "C",
    type text NOT NULL,
    name text NOT NULL,
    created_at bigint NOT NULL,
    -- Whether a message has ever named it.
    named boolean NOT NULL,
    -- Since when no message names it; absent while one does. 0: nothing waits for it.
    loose_since bigint
  );
  CREATE INDEX file_by_user ON file (user_id, size);
  CREATE INDEX file_by_age ON file (created_at) WHERE sha256 IS NULL;
  CREATE INDEX file_by_looseness ON file (named, loose_since) WHERE loose_since IS NOT NULL;

  CREATE TABLE naming (
    user_id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    file_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, version, file_id)
  );
  CREATE INDEX naming_by_file ON naming (user_id, file_id);
  `,
  // Push subscriptions with their hints, and how posts wake that do not wake like any other.
  `
  CREATE TABLE subscription (
    user_id text COLLATE "C" NOT NULL,
    device_id text COLLATE "C" NOT NULL,
    endpoint text NOT NULL,
    p256dh text NOT NULL,
    auth text NOT NULL,
    -- Of the outstanding hint; absent when there is none.
    urgency text,
    -- When the hint may be taken to be sent; absent once the push service has it.
    due_at bigint,
    tries integer NOT NULL,
    PRIMARY KEY (user_id, device_id)
  );
  CREATE INDEX subscription_by_due ON subscription (due_at) WHERE due_at IS NOT NULL;

  CREATE TABLE wake (
    user_id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    level smallint NOT NULL,
    PRIMARY KEY (user_id, version)
  );
  `,
]
