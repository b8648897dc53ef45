/** A post from the inbox. Times are ms since the epoch. */
export interface ReceivedMessage {
  id: string
  /** Its place in the one order that all devices see. */
  version: number
  /** The deviceId and the name of its sender; the name is empty when this device does not know it. */
  from: string
  fromName: string
  /** `all`, or the deviceId of its only receiver. */
  to: string
  contentType: string
  content: string
  /** By the server's clock. */
  storedAt: number
  /** By the sender's clock; null when the sender did not say. */
  composedAt: number | null
  edited: boolean
  /** People or programs have said so, on any device. */
  pinned: boolean
  done: boolean
}

export interface SendOptions {
  /** The deviceId or the name of one device; without it the message is for all. */
  to?: string
  /** `text/plain` by default. */
  contentType?: string
}

/** A message in the outbox of this device. It goes out as soon as it can, also after a restart. */
export interface SentMessage {
  id: string
  /**
   * Resolves once the server has stored it. Rejects with a DeviceError when the server refuses it for good, or when the
   * device is closed before; then the message waits in the outbox.
   */
  stored: Promise<StoredAs>
}

export interface StoredAs {
  version: number
  /** By the server's clock, ms since the epoch. */
  storedAt: number
}

export interface MessagesOptions {
  /**
   * `before` (default): a message counts as had when the loop takes it, so a crash in the middle skips it. `after`: when the
   * loop's body has finished, so a crash, an error or a `break` brings it again, and nothing is skipped.
   */
  ack?: 'before' | 'after'
  /** Loops of different names have places of their own. */
  name?: string
  /** Where a new loop begins: with the `oldest` message (default), or with those sent after this device `joined`. */
  from?: 'oldest' | 'joined'
  /** Also messages that this device has sent. */
  own?: boolean
  /** Ends the loop. */
  signal?: AbortSignal
}

/** A device of the person. Times are ms since the epoch by the server's clock. */
export interface OtherDevice {
  id: string
  name: string
  /** The device of this program. */
  self: boolean
  online: boolean
  lastSeen: number
  /** It has everything up to this version. */
  lastReceivedVersion: number
}

/**
 * `live`: in step, and hears of messages at once. `catching-up`, `connecting`. `offline`: no network, or the server is down; it
 * tries again by itself. `signed-out` and `removed` are final.
 */
export type DeviceStatus = 'live' | 'catching-up' | 'connecting' | 'offline' | 'signed-out' | 'removed'

/** A post as a list shows it: received, or still in the outbox. */
export interface ListedMessage extends Omit<ReceivedMessage, 'version' | 'storedAt' | 'fromName'> {
  /** Null until the server has it. */
  version: number | null
  storedAt: number | null
  /** `waiting` in the outbox; `sent`: the server has it; `received`; `failed`: refused for good. */
  state: 'waiting' | 'sent' | 'received' | 'failed'
}

/** A snapshot for a screen. It is a new object when something changes, and only then. */
export interface DeviceSnapshot {
  status: DeviceStatus
  /** The newest posts, ascending, then those in the outbox; without deleted ones. */
  messages: readonly ListedMessage[]
  devices: readonly OtherDevice[]
  unread: number
}

/** A durable device of a person's Roost. */
export interface RoostDevice {
  readonly id: string
  readonly name: string
  readonly status: DeviceStatus
  /** Messages of others that nobody has read on any device. */
  readonly unread: number
  readonly devices: readonly OtherDevice[]

  /** Resolves when the message is durable here. @throws DeviceError */
  send(content: string, options?: SendOptions): Promise<SentMessage>
  /** Every message, in order, once; then waits for more. The loop's place survives a restart. @throws DeviceError */
  messages(options?: MessagesOptions): AsyncGenerator<ReceivedMessage, void, undefined>

  /** Gives a post another text, on all devices. */
  edit(message: { id: string; to: string; contentType: string }, content: string): Promise<void>
  /** Deletes a post on all devices, ten seconds from now. */
  delete(message: { id: string; to: string; contentType: string }): Promise<void>
  /** Says something of a post, such as `{ done: true }`; null takes it back. */
  mark(
    message: { id: string; to: string },
    says: Readonly<Record<string, string | number | boolean | null>>,
  ): Promise<void>
  /** The person has seen everything up to this message, for all devices. */
  markRead(message: { version: number | null }): Promise<void>

  /** For screens: `subscribe` calls the listener after every change and returns unsubscribe. */
  snapshot(): DeviceSnapshot
  subscribe(listener: () => void): () => void
  /** Shows up to a hundred older messages in `snapshot().messages`. */
  showOlder(): Promise<void>

  /** Resolves when the device is live or has given up for now: true when it is in step with the server. */
  sync(): Promise<boolean>
  /** Closes the connection and the storage. The outbox goes out when the device is opened again. */
  close(): Promise<void>
}
