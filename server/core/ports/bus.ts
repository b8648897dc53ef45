/** "User U has something new", between whoever stores and whoever holds U's sockets, on this node or another. */
export type BusEvent =
  /**
   * Versions `from` (exclusive) to `upTo` are durable. `messages` holds all of them where they are at hand (the only node
   * there is); without it a listener reads the store.
   */
  | { type: 'appended'; from: number; upTo: number; digest: string; floor: number; messages?: AppendedMessage[] }
  /** The list of devices has changed: made, renamed, on- or offline, moved its lastReceivedVersion. */
  | { type: 'devices' }
  | { type: 'revoked'; deviceId: string }
  /** readUpTo has moved. `head` is as it was then. */
  | { type: 'read'; readUpTo: number; head: number }
  /** Anything of the above may have happened on another node without being heard of here: look at the store once. */
  | { type: 'missed' }

export interface AppendedMessage {
  version: number
  /** The message, as JSON. */
  json: string
  /** Device ids that may see it, or 'all'. */
  visibleTo: 'all' | readonly string[]
}

export interface Bus {
  /** Never waits and never throws. Whoever is subscribed on this node has heard of it when it returns. */
  publish(userId: string, event: BusEvent): void
  /**
   * Events of one user: those of this node in the order in which they were published, those of others as well as they
   * come through. Returns unsubscribe.
   */
  subscribe(userId: string, listener: (event: BusEvent) => void): () => void
  /** Everybody who listens on this node is told that something may have been missed. */
  announceMissed(): void
  close(): Promise<void>
}
