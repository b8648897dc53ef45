/** Every bound of the wire in one place. Sizes are bytes of UTF-8, counts are items. Source: docs/protocol.md. */
export const limits = {
  /** One request as JSON, on HTTP and on the socket. */
  requestBytes: 8 * 1024 * 1024,
  /** What a device aims for when it fills a request from its outbox. */
  requestTargetBytes: 1024 * 1024,
  /** `content` of one message. */
  contentBytes: 65_536,
  contentTypeLength: 255,
  sendItems: 500,
  pullDefault: 500,
  pullMax: 2_000,
  /** Content that one batch may carry, unless it is a single message. */
  batchBytes: 4 * 1024 * 1024,
  /** Unsent bytes on a connection above which the mother stops pushing to it. */
  pushBacklogBytes: 1024 * 1024,
  nameLength: 100,
  platformLength: 100,
  pairingMs: 5 * 60_000,
  pairingWrongPerMinute: 10,
  heartbeatMs: 60_000,
  /** `devices` events to one user come at most this often. */
  devicesEventMs: 1_000,
  /** The same for `inbox` events. */
  inboxEventMs: 1_000,
} as const
