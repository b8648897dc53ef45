import { limits } from '../../protocol/limits.ts'
import type { Clock, DeviceStore } from '../ports.ts'

export interface OffererDeps {
  store: Pick<DeviceStore, 'offerKept'>
  clock: Clock
  /** Has looked: whatever is to be sent now, and in its order, may go. */
  looked: () => void
  failed: (error: unknown) => void
}

export interface Offerer {
  /** ms that a sender has before others offer what it has sent, as the mother's hello says. */
  period(ms: number): void
  /** While this device is connected: at each change of what is known of the others, and by itself when time is up. */
  look(): void
  stop(): void
}

/** Gives back to the mother, when its time has come, what she has lost and others have sent. */
export function createOfferer({ store, clock, looked, failed }: OffererDeps): Offerer {
  let periodMs: number = limits.heartbeatMs
  let cancel = () => {}
  let run = 0

  async function lookNow(mine: number): Promise<void> {
    const found = await store.offerKept(clock.now(), periodMs)
    if (mine !== run) return
    looked()
    if (found.again !== null) cancel = clock.after(Math.max(0, found.again - clock.now()), look)
  }

  function look(): void {
    cancel()
    cancel = () => {}
    const mine = ++run
    lookNow(mine).catch((error) => mine === run && failed(error))
  }

  return {
    period(ms) {
      periodMs = ms
    },
    look,
    stop() {
      run++
      cancel()
    },
  }
}
