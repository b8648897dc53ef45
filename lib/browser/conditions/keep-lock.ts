import { backoffMs } from '../../core/connection/backoff.ts'
import type { Clock, Random } from '../../core/ports.ts'
import type { PageLife } from './page-life.ts'

export interface LockDeps {
  /** Null where the browser has no locks. There, and where it denies them to this page, the lock counts as held. */
  manager: Pick<LockManager, 'request'> | null
  page: Pick<PageLife, 'onLeaving' | 'onBack'>
  clock: Clock
  random: Random
}

export interface KeptLock {
  /** Takes the lock from a holder that does not answer. */
  steal(): void
  release(): void
}

/**
 * Holds a lock as long as the page is there, and asks again when the browser refuses it or another tab steals it. A
 * page that goes away asks for nothing: WebKit rejects every request of such a page at once, and requests that follow
 * their own rejections would never let it go. A page that comes back asks again.
 */
export function keepLock(
  name: string,
  mode: LockMode,
  changed: (held: boolean) => void,
  { manager, page, clock, random }: LockDeps,
): KeptLock {
  let current: AbortController | null = null
  let holding = false
  let away = false
  let refusals = 0
  let cancelTimer = () => {}

  function tell(held: boolean): void {
    if (held === holding) return
    holding = held
    changed(held)
  }

  function ask(steal: boolean): void {
    drop()
    const mine = new AbortController()
    current = mine
    const hold = () => {
      if (mine.signal.aborted) return
      refusals = 0
      tell(true)
      return new Promise<void>((resolve) => mine.signal.addEventListener('abort', () => resolve()))
    }
    if (!manager) return void hold()
    // The Web Locks API does not allow `steal` together with `signal`.
    const options: LockOptions = steal ? { mode, steal: true } : { mode, signal: mine.signal }
    manager.request(name, options, hold).catch((error: unknown) => {
      if (current !== mine) return
      if (isDenied(error)) void hold()
      else refused()
    })
  }

  /** Waits for a timer in any case, because the next request may be rejected at once, too. */
  function refused(): void {
    current = null
    refusals++
    cancelTimer = clock.after(backoffMs(refusals, random), () => ask(false))
    tell(false)
  }

  function drop(): void {
    cancelTimer()
    const mine = current
    current = null
    mine?.abort()
  }

  const stops = [
    page.onLeaving(() => {
      away = true
      drop()
      tell(false)
    }),
    page.onBack(() => {
      if (!away) return
      away = false
      refusals = 0
      ask(false)
    }),
  ]
  ask(false)

  return {
    steal: () => ask(true),
    release() {
      for (const stop of stops) stop()
      drop()
      tell(false)
    },
  }
}

/** A browser that denies storage to a page denies it locks, too. No other tab can hold them, then. */
const isDenied = (error: unknown) => error instanceof DOMException && error.name === 'SecurityError'
