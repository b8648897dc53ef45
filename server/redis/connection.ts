/** One connection to a Redis, or one to each shard of a Redis Cluster, from when it is open until it is lost. */
export interface RedisConnection {
  /** Resolves when Redis has confirmed it: what is published from then on is heard. */
  subscribe(channel: string): Promise<unknown>
  unsubscribe(channel: string): Promise<unknown>
  publish(channel: string, text: string): Promise<unknown>
  /** A script whose keys all begin with the same {tag}, so that it runs on a cluster as well. */
  eval(script: string, on: { keys: string[]; arguments: string[] }): Promise<unknown>
  ping(): Promise<unknown>
  destroy(): void
}

export interface ConnectionEvents {
  heard(channel: string, text: string): void
  /** The channel is on another shard now: what was published meanwhile may have been missed. To be subscribed to again. */
  moved(channel: string): void
  /** Whatever it had subscribed to may have missed something. Told any number of times. */
  lost(reason: unknown): void
}

/** What waits for Redis to take it. Beyond it a command is refused: what is only a hint must not fill the memory. */
export const WAITING_COMMANDS = 10_000
export const CONNECT_MS = 3_000
