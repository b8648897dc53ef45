import type { Happening } from '../../simulation/history/event.ts'
import type { Recorder } from '../recorder.ts'

/**
 * For a device to which pushes may come late: what a node had said before is not to be taken for something that it said
 * afterwards. Every batch and every `hello` tells by its head when it was said.
 */
export interface LateRecorder extends Recorder {
  /** The device has not read for a while, and the store stood at `head` when it began to again: what is older lay waiting. */
  readsAgain(head: number): void
  /** The device is being revoked: who says something meanwhile may have said it before. */
  revoking(): void
  /** It was, and the store stood at `head` then at the latest. */
  revoked(head: number): void
}

/** What TCP alone may hold between two processes of one machine, in bytes. */
const ON_THE_WAY = 8 * 1024 * 1024

export function createLateRecorder(recorder: Recorder): LateRecorder {
  let waitedUpTo = 0
  let waited = 0
  let revokedAt = -1

  function mayBeOlder(it: Happening): boolean {
    if (it.type !== 'emitted' || it.event === 'revoked') return false
    // It does not tell.
    if (it.event === 'devices') return true
    return it.payload.head <= revokedAt
  }
  /** How much had waited in front of it. */
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
