import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { defaultOptions } from '../../core/roost-options.ts'
import { createManualClock, settle } from '../../testing/manual-clock.ts'
import { createTestPage } from '../../testing/test-page.ts'
import { type Announcement, type Channel, openChannel } from '../shared/channel.ts'
import { createLeadership } from './leadership.ts'

const closing: (() => void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) close()
  await settle()
})

function openTab(deviceId: string) {
  const clock = createManualClock()
  const page = createTestPage()
  const real = openChannel(defaultOptions, deviceId)
  let frozen = false
  // A frozen tab answers nothing.
  const channel: Channel = {
    ...real,
    listen: (run: (it: Announcement) => void) => real.listen((it) => frozen || run(it)),
  }
  let holder = false
  const leadership = createLeadership(defaultOptions, deviceId, {
    ...{ clock, page, channel, manager: navigator.locks, random: () => 1 },
    changed(now) {
      holder = now
    },
  })
  closing.push(leadership.close, real.close)
  leadership.want(true)
  return {
    ...{ clock, page, leadership },
    isHolder: () => holder,
    freeze() {
      frozen = true
    },
  }
}

/** Announcements travel through real channels, which need real time. */
async function passSeconds(tab: ReturnType<typeof openTab>, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await tab.clock.pass(1_000)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('one tab holds the connection; a holder that answers keeps it, and one that is frozen loses it', async () => {
  const deviceId = randomUUID()
  const first = openTab(deviceId)
  await settle()
  const second = openTab(deviceId)
  await passSeconds(second, 30)
  expect([first.isHolder(), second.isHolder()]).toEqual([true, false])
  first.freeze()
  await passSeconds(second, 10)
  expect([first.isHolder(), second.isHolder()]).toEqual([false, true])
})

test('a hidden tab takes nothing from a frozen holder', async () => {
  const deviceId = randomUUID()
  const first = openTab(deviceId)
  await settle()
  const second = openTab(deviceId)
  first.freeze()
  second.page.hide()
  await passSeconds(second, 20)
  expect([first.isHolder(), second.isHolder()]).toEqual([true, false])
})

test('a tab that leaves for the back/forward cache hands over, and waits in line when it is back', async () => {
  const deviceId = randomUUID()
  const first = openTab(deviceId)
  await settle()
  const second = openTab(deviceId)
  await settle()
  first.page.leave()
  await settle()
  expect([first.isHolder(), second.isHolder()]).toEqual([false, true])
  first.page.comeBack()
  await settle()
  second.leadership.want(false)
  await settle()
  expect([first.isHolder(), second.isHolder()]).toEqual([true, false])
})
