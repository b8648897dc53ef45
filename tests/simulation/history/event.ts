/**
 * An event of a simulated or real world, as plain data: the checker knows nothing else. Times are ms since the
 * beginning. Ids are those of the world; versions, digests and contents are as they were on the wire or on disk.
 */
export type Event = { at: number } & Happening

export type Happening =
  // Events of the server.
  /**
   * The server has begun to serve what is on its disk. `restore`: an older copy replaced it. `failover`: another database
   * replaced it under running nodes, whose connections stay.
   */
  | { type: 'opened'; why: 'start' | 'crash' | 'restore' | 'failover'; users: WholeLog[]; devices: DeviceRow[] }
  /** A transaction is on its disk. */
  | { type: 'commit'; users: LogChange[]; devices: DeviceRow[] }
  | { type: 'crashed' }
  /** `device` is null for an account session and for a claim of a pairing code. */
  | { type: 'call'; id: number; user: string; device: string | null; method: Method; payload: unknown }
  | { type: 'answer'; id: number; ok: true; result: unknown }
  | { type: 'answer'; id: number; ok: false; code: string }
  | { type: 'connected'; connection: number; user: string; device: string }
  /** `unsent`: bytes that were waiting on this connection before. */
  | { type: 'emitted'; connection: number; event: 'batch'; payload: BatchSeen; unsent: number }
  | { type: 'emitted'; connection: number; event: 'hello'; payload: HelloSeen; unsent: number }
  | {
      type: 'emitted'
      connection: number
      event: 'devices'
      payload: { devices: { deviceId: string }[] }
      unsent: number
    }
  | { type: 'emitted'; connection: number; event: 'revoked'; payload: object; unsent: number }
  /** The server knows that the connection is gone. */
  | { type: 'disconnected'; connection: number }

  // The device's side.
  | { type: 'device'; user: string; device: string; via: 'session' | 'pairing' }
  /** A transaction is on the device's disk. */
  | ({ type: 'stored'; device: string } & StoredChange)
  /** The browser threw everything of the device away. */
  | { type: 'evicted'; device: string }
  /** A new device goes on in place of one that was signed out, with all that it held. */
  | { type: 'replaced'; device: string; by: string }

  // The world.
  | { type: 'fault'; name: string; detail: string }
  /** No more faults from here on. */
  | { type: 'calm' }
  /** The end: every device that is in use, and what is wrong with it when it did not come to rest. */
  | { type: 'end'; devices: { device: string; problem: string | null }[] }
  /** Something broke that no fault explains. */
  | { type: 'broken'; where: string; message: string }

/** The name of a call, as the table of calls has it, or `hello`. The checker judges the calls that it knows and lets others be. */
export type Method = string

export interface MessageSeen {
  version: number
  messageId: string
  senderDeviceId: string
  receiverDeviceId: string
  kind: string
  targetVersion?: number | undefined
  contentType: string
  content: string
}

export interface LoggedMessage extends MessageSeen {
  /** The server's history digest at this version. */
  digest: string
}

export interface LogChange {
  user: string
  head: number
  floor: number
  digest: string
  floorDigest: string
  /** Rows above the head of before, ascending. */
  added: LoggedMessage[]
}

export type WholeLog = LogChange

export interface DeviceRow {
  user: string
  device: string
  lastReceivedVersion: number
  revoked: boolean
}

export interface BatchSeen {
  from: number
  upTo: number
  messages: MessageSeen[]
  digest: string
  head: number
  floor: number
}

export interface HelloSeen {
  userId: string
  deviceId: string
  head: number
  digest: string
  floor: number
  lastReceivedVersion: number
}

export interface Line {
  generation: number
  cursor: number
  digest: string | null
  /** Where this generation began. */
  start: number
  goneUpTo: number
}

export interface OutboxSeen {
  seq: number
  messageId: string
  receiverDeviceId: string
  kind: string
  targetId?: string
  state: 'waiting' | 'sent' | 'failed'
  /** Set when it was sent. */
  version?: number
  /** Set when it has failed. */
  code?: string
}

/** The changes of one transaction of a device. */
export interface StoredChange {
  present: Line
  building: Line | null
  /** Ranges of the batches that it was to apply, if it was to apply some. */
  batches: { from: number; upTo: number }[] | null
  /** Messages that are new in a generation, or changed. */
  put: { generation: number; message: MessageSeen }[]
  removed: { generation: number; version: number; messageId: string }[]
  outboxPut: OutboxSeen[]
  outboxRemoved: OutboxSeen[]
  /** messageIds of the orphans; null when they did not change. */
  orphans: string[] | null
}
