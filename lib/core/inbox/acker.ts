import { RoostError } from '../../protocol/error.ts'
import type { Position, Transport } from '../ports.ts'

export interface Acker {
  /** This position is durable here: tell the mother. Later ones replace earlier ones that were not sent yet. */
  note(position: Position): void
  /** What the mother says that she knows of this device. */
  heard(lastReceivedVersion: number): void
  /** Tells her of this position if, as far as is known here, she does not know it yet. */
  remind(position: Position): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/**
 * One ack under way at a time, always the newest, and a `rest` behind each: to the mother an ack is a write and a sync to
 * disk like a message, and of a stream of them only the last is wanted. A lost ack is not tried again by itself: the next batch, or the next
 * pull that finds this device level, brings it up again.
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
          // The pull that follows finds out. Where it finds nothing (a node that lags behind), asking again would never end.
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
