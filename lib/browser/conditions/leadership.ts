import type { RoostOptions } from '../../core/roost-options.ts'
import type { Channel } from '../shared/channel.ts'
import { liveLock } from '../shared/locks.ts'
import { type KeptLock, keepLock, type LockDeps } from './keep-lock.ts'
import type { PageLife } from './page-life.ts'

/** A tab that leaves two pings in a row unanswered counts as frozen or gone, and another takes its lock. */
const PING_MS = 2_000

export interface Leadership {
  /**
   * Whether this tab wants to hold the device's connection. An offline tab does not, because another one may be online.
   */
  want(yes: boolean): void
  close(): void
}

export interface LeadershipDeps extends LockDeps {
  page: PageLife
  channel: Channel
  changed: (holder: boolean) => void
}

/**
 * Decides which tab of a device holds its connection. The browser frees the lock of a closed or crashed tab at once. A
 * frozen tab keeps its lock, so the other tabs ping it and steal the lock if it does not answer. It learns of that when
 * it wakes, and steps back.
 */
export function createLeadership(options: RoostOptions, deviceId: string, deps: LeadershipDeps): Leadership {
  const { page, channel, clock } = deps
  let wanted = false
  let lock: KeptLock | null = null
  let holding = false
  let silence = 0
  let cancelWatch = () => {}

  const unlisten = channel.listen((it) => {
    if (it.type === 'ping' && holding) channel.announce({ type: 'pong' })
    if (it.type === 'pong') silence = 0
  })

  function changed(holder: boolean): void {
    holding = holder
    silence = 0
    deps.changed(holder)
  }

  function watch(): void {
    cancelWatch = clock.after(PING_MS, () => {
      watch()
      // The browser slows down a hidden tab's timers, so only visible tabs watch the holder.
      if (holding || !page.isVisible()) return
      if (silence++ < 2) return channel.announce({ type: 'ping' })
      silence = 0
      lock?.steal()
    })
  }

  function want(yes: boolean): void {
    if (yes === wanted) return
    wanted = yes
    if (yes) {
      silence = 0
      watch()
      lock = keepLock(liveLock(options, deviceId), 'exclusive', changed, deps)
      return
    }
    cancelWatch()
    const mine = lock
    lock = null
    mine?.release()
  }

  return {
    want,
    close() {
      want(false)
      unlisten()
    },
  }
}
