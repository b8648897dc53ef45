import { RoostError } from '../protocol/error.ts'
import type { Position, Transport } from './ports.ts'

export interface Acker {
  /** This position is durable here: tell the mother. Later ones replace earlier ones that were not sent yet. */
  note(position: Position): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/**
 * One ack under way at a time, always the newest. A lost ack is not tried again by itself: the next batch, or the next
 * hello that shows an older lastReceivedVersion, brings it up again.
 */
export function createAcker(ack: Transport['ack'], forked: () => void): Acker {
  let newest: Position | null = null
  let running: Promise<void> | null = null

  async function drain(): Promise<void> {
    while (newest) {
      const { cursor, digest } = newest
      newest = null
      try {
        await ack(digest === null ? { version: cursor } : { version: cursor, digest })
      } catch (error) {
        if (error instanceof RoostError && error.code === 'history_forked') forked()
        return
      }
    }
  }

  return {
    note(position) {
      newest = position
      running ??= drain().finally(() => {
        running = null
      })
    },
    idle: () => running ?? Promise.resolve(),
  }
}
