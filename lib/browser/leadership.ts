import type { RoostOptions } from '../core/roost-options.ts'
import type { Channel } from './shared/channel.ts'
import { liveLock, locks } from './shared/locks.ts'

/** A tab that leaves two pings in a row unanswered counts as frozen or gone, and another takes its lock. */
const PING_MS = 2_000

export interface Leadership {
  /**
   * Whether this tab wants to hold the device's connection. An offline tab does not, because another one may be online.
   */
  want(yes: boolean): void
  close(): void
}

/**
 * Decides which tab of a device holds its connection. The browser frees the lock of a closed or crashed tab at once. A
 * frozen tab keeps its lock, so the other tabs ping it and steal the lock if it does not answer. It learns of that when
 * it wakes, and steps back.
 */
export function createLeadership(
  options: RoostOptions,
  deviceId: string,
  channel: Channel,
  changed: (holder: boolean) => void,
): Leadership {
  const manager = locks()
  let wanted = false
  let holding = false
  let step: AbortController | null = null
  let silence = 0
  let watch: ReturnType<typeof setInterval> | undefined

  const unlisten = channel.listen((it) => {
    if (it.type === 'ping' && holding) channel.announce({ type: 'pong' })
    if (it.type === 'pong') silence = 0
  })

  function queue(steal: boolean): void {
    if (!manager) {
      holding = true
      changed(true)
      return
    }
    const mine = new AbortController()
    step?.abort()
    step = mine
    const hold = () => {
      if (mine.signal.aborted) return
      holding = true
      stopWatching()
      changed(true)
      return new Promise<void>((resolve) => mine.signal.addEventListener('abort', () => resolve()))
    }
    // The Web Locks API does not allow `steal` together with `signal`.
    const lockOptions: LockOptions = steal ? { steal: true } : { signal: mine.signal }
    manager.request(liveLock(options, deviceId), lockOptions, hold).catch(() => {
      // Another tab stole the lock, or this tab no longer wants it.
      if (step !== mine) return
      stepBack()
      if (wanted && !mine.signal.aborted) join()
    })
  }

  function stepBack(): void {
    const held = holding
    holding = false
    if (held) changed(false)
  }

  function join(): void {
    queue(false)
    silence = 0
    clearInterval(watch)
    watch = setInterval(() => {
      // The browser slows down a hidden tab's timers, so only visible tabs watch the holder.
      if (holding || document.visibilityState !== 'visible') return
      if (silence++ < 2) return channel.announce({ type: 'ping' })
      silence = 0
      queue(true)
    }, PING_MS)
  }

  function stopWatching(): void {
    clearInterval(watch)
    watch = undefined
  }

  function want(yes: boolean): void {
    if (yes === wanted) return
    wanted = yes
    if (yes) {
      join()
      return
    }
    stopWatching()
    const mine = step
    step = null
    mine?.abort()
    stepBack()
  }

  return {
    want,
    close() {
      want(false)
      unlisten()
    },
  }
}
