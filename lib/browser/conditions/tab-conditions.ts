import { clock } from '../../core/clock.ts'
import type { Conditions } from '../../core/connection/connection.ts'
import type { ConnectionView } from '../../core/device-state.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import type { Channel } from '../shared/channel.ts'
import { locks, openLock } from '../shared/locks.ts'
import { keepLock } from './keep-lock.ts'
import { createLeadership } from './leadership.ts'
import { watchNetwork } from './network.ts'
import type { PageLife } from './page-life.ts'

export interface TabConditionsDeps {
  options: RoostOptions
  deviceId: string
  page: PageLife
  channel: Channel
  switchedOn: boolean
  changed: (conditions: Conditions) => void
  /** The tab was frozen, or lay in the back/forward cache, and missed the announcements of other tabs. */
  missed: () => void
}

/** Whether this tab may connect its device: the network, the device's locks, and the switch of the app. */
export function createTabConditions({ options, deviceId, page, channel, missed, ...deps }: TabConditionsDeps) {
  const network = watchNetwork({
    ...{ page, clock, target: window },
    reports: () => navigator.onLine,
    changed: (there) => apply({ network: there }),
  })
  let now: Conditions = { holder: false, switchedOn: deps.switchedOn, network: network.there() }
  let started = false
  const lockDeps = { manager: locks(), page, clock, random: Math.random }
  const leadership = createLeadership(options, deviceId, {
    ...{ ...lockDeps, channel },
    changed(holder) {
      apply({ holder })
      // Another tab has stolen the connection, which it does from a frozen one.
      if (!holder && page.isVisible()) missed()
    },
  })
  let releaseOpenLock = () => {}
  const unsubscribe = page.onBack((left) => left && missed())

  /** An offline tab gives up its claim to the connection, so that an online tab can take it. */
  function apply(change: Partial<Conditions>): void {
    now = { ...now, ...change }
    if (!started) return
    leadership.want(now.network && now.switchedOn)
    deps.changed(now)
  }

  return {
    now: () => now,
    start() {
      started = true
      releaseOpenLock = keepLock(openLock(options, deviceId), 'shared', () => {}, lockDeps).release
      apply({})
    },
    setSwitch: (switchedOn: boolean) => apply({ switchedOn }),
    /** A report of the browser that is wrong must not keep the device away for ever. */
    tryAnyway: network.tryAnyway,
    connectionIs(state: ConnectionView['state']) {
      if (state === 'live') network.proven()
      if (state === 'waiting') network.failed()
    },
    stop() {
      unsubscribe()
      network.stop()
      leadership.close()
      releaseOpenLock()
    },
  }
}
