import type { Happening } from '../../simulation/history/event.ts'
import type { Recorder } from '../recorder.ts'

/**
 * Records a device that gets pushes late: what a node said before an event must not count as said after it. The head in
 * every batch and every `hello` tells when the node said it.
 */
export interface LateRecorder extends Recorder {
  /** The device reads again. The log stood at `head` by then, so older pushes had been waiting. */
  readsAgain(head: number): void
  /** The revocation has begun: pushes that arrive now may be older than it. */
  revoking(): void
  /** The revocation has ended, with the log at `head`. */
  revoked(head: number): void
}

/** The most that TCP alone holds between two processes of one machine, in bytes. */
const ON_THE_WAY = 8 * 1024 * 1024

export function createLateRecorder(recorder: Recorder): LateRecorder {
  let waitedUpTo = 0
  let waited = 0
  let revokedAt = -1

  function mayBeOlder(it: Happening): boolean {
    if (it.type !== 'emitted' || it.event === 'revoked') return false
    // A list of devices does not tell when it was made.
    if (it.event === 'devices') return true
    return it.payload.head <= revokedAt
  }
  /** Adds how much had waited in front of it. */
  function withUnsent(it: Happening): Happening {
    if (it.type !== 'emitted' || it.event !== 'batch' || it.payload.head >= waitedUpTo) return it
    const unsent = Math.max(0, waited - ON_THE_WAY)
    waited += it.payload.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0)
    return { ...it, unsent }
  }

  return {
    ...recorder,
    heard(it) {
      if (revokedAt < 0 || !mayBeOlder(it)) recorder.heard(withUnsent(it))
    },
    readsAgain(head) {
      waitedUpTo = head
    },
    revoking() {
      revokedAt = Number.POSITIVE_INFINITY
    },
    revoked(head) {
      revokedAt = head
    },
  }
}
