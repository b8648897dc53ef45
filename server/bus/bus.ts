import type { Message } from '../../lib/protocol/message.ts'

/** "User U has something new", between whoever stores and whoever holds U's sockets, on this node or another. */
export type BusEvent =
  /**
   * Versions `from` (exclusive) to `upTo` are durable. `messages` holds all of them where they are at hand (same node);
   * without it a listener reads the store. `targetSenders` gives the sender of the target for edits and deletes, by version.
   */
  | { type: 'appended'; from: number; upTo: number; digest: string; messages?: AppendedMessage[] }
  /** The list of devices has changed: made, renamed, on- or offline, moved its lastReceivedVersion. */
  | { type: 'devices' }
  | { type: 'revoked'; deviceId: string }

export interface AppendedMessage {
  message: Message
  /** Device ids that may see it, or 'all'. */
  visibleTo: 'all' | readonly string[]
}

export interface Bus {
  publish(userId: string, event: BusEvent): void
  /** Events of one user, in the order in which they were published on this node. Returns unsubscribe. */
  subscribe(userId: string, listener: (event: BusEvent) => void): () => void
  close(): Promise<void>
}
