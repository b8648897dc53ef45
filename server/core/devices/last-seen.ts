import type { MotherDeps } from '../deps.ts'
import type { Caller } from '../mother.ts'

const EVERY_MS = 60_000

export interface LastSeen {
  /** The device was heard of. Written at most once a minute, in the background. */
  contact(caller: Caller): void
  /** Writes now. Never rejects: a full disk must not keep a device from pulling. */
  touch(caller: Caller): Promise<void>
}

export function createLastSeen({ store, now, onError }: Pick<MotherDeps, 'store' | 'now' | 'onError'>): LastSeen {
  // Holds the last minute or two, so that it does not grow with every device there ever was.
  const written = new Map<string, number>()
  let swept = now()

  async function touch(caller: Caller) {
    const at = now()
    if (at - swept >= EVERY_MS) sweep(at)
    written.set(caller.deviceId, at)
    await store.touchDevice(caller, at).catch(onError)
  }

  function sweep(at: number) {
    swept = at
    for (const [id, then] of written) if (at - then >= EVERY_MS) written.delete(id)
  }

  return {
    touch,
    contact(caller) {
      const then = written.get(caller.deviceId)
      if (then === undefined || now() - then >= EVERY_MS) void touch(caller)
    },
  }
}
