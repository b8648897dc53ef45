import type { Clock } from '../../core/ports.ts'
import type { PageLife } from './page-life.ts'

const LOOK_AGAIN_MS = 5_000

export interface NetworkDeps {
  /** The browser's report: `navigator.onLine`. */
  reports: () => boolean
  /** Dispatches `online` and `offline`. */
  target: EventTarget
  page: Pick<PageLife, 'onBack'>
  clock: Clock
  changed: (there: boolean) => void
}

export interface Network {
  there(): boolean
  /** A person, or a tab that came back, wants a try whatever the browser reports. */
  tryAnyway(): void
  /** The device is live, so there is a network. */
  proven(): void
  /** The device could not connect. */
  failed(): void
  stop(): void
}

/**
 * Whether to try the network. A browser's `false` counts, but it may be wrong: the `online` event may have been missed,
 * and some systems report no network although there is one. So the tab reads the report again from time to time, and
 * trusts a connection more than the report.
 */
export function watchNetwork({ reports, target, page, clock, changed }: NetworkDeps): Network {
  let doubt: 'none' | 'trying' | 'proven' = 'none'
  let cancel = () => {}
  const there = () => reports() || doubt !== 'none'
  let told = there()

  function look(): void {
    if (reports()) doubt = 'none'
    cancel()
    if (!there()) cancel = clock.after(LOOK_AGAIN_MS, look)
    if (there() === told) return
    told = there()
    changed(told)
  }

  function believe(next: typeof doubt): void {
    doubt = next
    look()
  }

  const believeReport = () => believe('none')
  const stopPage = page.onBack(look)
  for (const type of ['online', 'offline']) target.addEventListener(type, believeReport)
  look()

  return {
    there,
    tryAnyway: () => doubt === 'none' && believe('trying'),
    proven: () => doubt === 'trying' && believe('proven'),
    failed: () => doubt === 'trying' && believe('none'),
    stop() {
      cancel()
      stopPage()
      for (const type of ['online', 'offline']) target.removeEventListener(type, believeReport)
    },
  }
}
