import { RoostError } from '../../protocol/error.ts'
import type { Position, Transport } from '../ports.ts'

export interface Acker {
  /**
   * This device has stored everything up to this position. A later position replaces an earlier one that was not sent
   * yet.
   */
  note(position: Position): void
  /** The server has told how far it believes this device to be. */
  heard(lastReceivedVersion: number): void
  /** Acknowledges this position unless the server is known to have heard of it. */
  remind(position: Position): void
  /** Resolves when no ack is in flight. */
  idle(): Promise<void>
}

/**
 * Sends one ack at a time, always the newest, and rests after each. An ack costs the server a write and a sync to disk,
 * as much as a message, and only the last ack of a stream is useful. The acker does not retry a lost ack: the next
 * batch, or the next pull that finds this device level, brings it up again.
 */
export function createAcker(
  ack: Transport['acknowledge'],
  forked: () => void,
  rest: () => Promise<void> = async () => {},
): Acker {
  let newest: Position | null = null
  let running: Promise<void> | null = null
  let known = 0

  async function drain(): Promise<void> {
    while (newest) {
      const { cursor, digest } = newest
      newest = null
      try {
        const answer = await ack(digest === null ? { version: cursor } : { version: cursor, digest })
        known = Math.max(known, answer.lastReceivedVersion)
        await rest()
      } catch (error) {
        if (error instanceof RoostError && error.code === 'history_forked') {
          // The pull that follows detects the fork. A lagging node detects nothing, and acking again there would never
          // end.
          known = Number.POSITIVE_INFINITY
          forked()
        }
        return
      }
    }
  }

  function note(position: Position): void {
    newest = position
    running ??= drain().finally(() => {
      running = null
    })
  }

  return {
    note,
    heard(lastReceivedVersion) {
      known = lastReceivedVersion
    },
    remind(position) {
      if (position.cursor > known) note(position)
    },
    idle: () => running ?? Promise.resolve(),
  }
}
