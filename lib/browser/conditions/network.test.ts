import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createManualClock, type ManualClock } from '../../testing/manual-clock.ts'
import { createTestPage, type TestPage } from '../../testing/test-page.ts'
import { type Network, watchNetwork } from './network.ts'

let reported: boolean
let page: TestPage
let clock: ManualClock
let target: EventTarget
let network: Network
let told: boolean[]

beforeEach(() => {
  reported = false
  told = []
  page = createTestPage()
  clock = createManualClock()
  target = new EventTarget()
  network = watchNetwork({ reports: () => reported, target, page, clock, changed: (there) => told.push(there) })
})
afterEach(() => network.stop())

const fire = (type: 'online' | 'offline') => {
  reported = type === 'online'
  target.dispatchEvent(new Event(type))
}

describe('the network', () => {
  it('comes and goes with the events of the browser', () => {
    fire('online')
    fire('offline')
    expect(told).toEqual([true, false])
  })

  it('is read again when the page comes back, because the event may have been missed', () => {
    reported = true
    page.comeBack()
    expect([told, network.there()]).toEqual([[true], true])
    reported = false
    page.comeBack()
    expect(told).toEqual([true, false])
  })

  it('is read again from time to time while there is none, and not while there is one', async () => {
    await clock.pass(60_000)
    reported = true
    await clock.pass(5_000)
    expect([told, clock.pending()]).toEqual([[true], 0])
  })

  it('is worth one try when a person asks, until that fails', () => {
    network.tryAnyway()
    expect(network.there()).toBe(true)
    network.failed()
    network.tryAnyway()
    network.failed()
    expect([told, network.there()]).toEqual([[true, false, true, false], false])
  })

  it('is there once a connection has proven it, whatever the browser reports, until it reports a change', () => {
    network.tryAnyway()
    network.proven()
    network.failed()
    expect([told, network.there()]).toEqual([[true], true])
    fire('online')
    fire('offline')
    expect([told, network.there()]).toEqual([[true, false], false])
  })

  it('leaves nothing running once it is stopped', () => {
    network.stop()
    reported = true
    page.comeBack()
    fire('online')
    expect([told, clock.pending()]).toEqual([[], 0])
  })
})
