/** Every limit of the wire. Sizes are bytes of UTF-8, counts are items. Source: docs/protocol.md. */
export const limits = {
  /** A whole request as JSON, over HTTP or the socket. */
  requestBytes: 8 * 1024 * 1024,
  /** A device fills a request from its outbox up to this size. */
  requestTargetBytes: 1024 * 1024,
  /** `content` of one message. */
  contentBytes: 65_536,
  contentTypeLength: 255,
  /** `content` of a mark, and each text in it. */
  markBytes: 1_024,
  markStringLength: 100,
  /** Files of one message. */
  files: 20,
  fileNameLength: 255,
  /** A preview in the description of a file, as a data URL: 16 KiB of picture. */
  previewLength: 22_000,
  sendItems: 500,
  pullDefault: 500,
  pullMax: 2_000,
  /** The content of one batch, unless it is a single message. */
  batchBytes: 4 * 1024 * 1024,
  /** The server stops sending to a connection with more unsent bytes than this. */
  pushBacklogBytes: 1024 * 1024,
  nameLength: 100,
  platformLength: 100,
  /** Passkeys of an account. */
  passkeys: 20,
  /** Live devices of an account. */
  devices: 200,
  /** Removed devices whose names a list holds. */
  formerDevices: 200,
  /** Devices that an account makes within an hour; RATE_LIMIT=off lifts it. */
  devicesPerHour: 20,
  /** Open invitations to make an account. */
  invitations: 50,
  pairingMs: 5 * 60_000,
  pairingWrongPerMinute: 10,
  heartbeatMs: 60_000,
  /** The server sends `devices` events to one user at most this often. */
  devicesEventMs: 1_000,
  /** The same for `inbox` events. */
  inboxEventMs: 1_000,
} as const
