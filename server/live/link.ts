import type { Caller } from '../core/mother.ts'
import type { Backlog } from './backlog.ts'
import type { Position } from './feed.ts'
import type { Hello, Tell } from './types.ts'

/** A device's connection of whatever kind. The server tells it what is new; calls are no part of it. */
export interface Link {
  /** Unlike that of every other connection of this node. */
  id: string
  caller: Caller
  backlog: Backlog
  isOpen(): boolean
  emit: Tell
  /** Brings the device from its own position to the one it answers, after `hello`. Default: the head that `hello` named. */
  begin?(hello: Hello): Promise<Position & { floor: number }>
  /** The device reconnects by itself, and starts with a new `hello`. */
  drop(error: unknown): void
  /** The device was told that it is revoked. */
  end(): void
  onClose(closed: () => void): void
}
