/** "User U has something new": from the code that stores to the connections of U's devices, on this node or another. */
export type BusEvent =
  /**
   * Versions `from` (exclusive) to `upTo` are durable. `messages` holds all of them on a single node. Without it a
   * listener reads the store.
   */
  | { type: 'appended'; from: number; upTo: number; digest: string; floor: number; messages?: AppendedMessage[] }
  /** The list of devices has changed: a device was made, renamed, came or went, or acknowledged. */
  | { type: 'devices' }
  | { type: 'revoked'; deviceId: string }
  /** readUpTo has moved. `head` is as it was then. */
  | { type: 'read'; readUpTo: number; head: number }
  /** An invitation of this device was claimed; without an id, one was decided or cancelled. Listeners read the store. */
  | { type: 'pairing'; deviceId?: string | undefined }
  /** All bytes of a file have arrived; these devices may have it. */
  | { type: 'file'; fileId: string; viewers: 'all' | readonly string[] }
  /** An event of another node may have been lost: read the store once. */
  | { type: 'missed' }

export interface AppendedMessage {
  version: number
  /** The message, as JSON. */
  json: string
  /** Device ids that may see it, or 'all'. */
  visibleTo: 'all' | readonly string[]
}

export interface Bus {
  /** Never waits and never throws. All subscribers on this node have heard the event when it returns. */
  publish(userId: string, event: BusEvent): void
  /**
   * Delivers the events of one user: those of this node in the order of their publication, those of other nodes as they
   * arrive. Returns unsubscribe.
   */
  subscribe(userId: string, listener: (event: BusEvent) => void): () => void
  /** Tells every subscriber on this node that an event may have been lost. */
  announceMissed(): void
  close(): Promise<void>
}
