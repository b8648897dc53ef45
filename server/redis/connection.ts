/** A connection to one Redis server, or to each shard of a Redis Cluster, until it is lost. */
export interface RedisConnection {
  /** Resolves when Redis has confirmed it: publications are heard from then on. */
  subscribe(channel: string): Promise<unknown>
  unsubscribe(channel: string): Promise<unknown>
  publish(channel: string, text: string): Promise<unknown>
  /** Runs a script whose keys all begin with the same {tag}, so that it works on a cluster. */
  eval(script: string, on: { keys: string[]; arguments: string[] }): Promise<unknown>
  ping(): Promise<unknown>
  destroy(): void
}

export interface ConnectionEvents {
  heard(channel: string, text: string): void
  /** The channel has moved to another shard, so publications may have been lost. The caller has to subscribe again. */
  moved(channel: string): void
  /** Publications to any subscription may have been lost. May be called several times. */
  lost(reason: unknown): void
}

/** Commands that wait for Redis. More are refused: hints must not fill the memory. */
export const WAITING_COMMANDS = 10_000
export const CONNECT_MS = 3_000
