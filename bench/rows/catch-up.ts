import { limits } from '../../lib/protocol/limits.ts'
import { type App, openApp } from '../browser/app.ts'
import { fallAsleep, wakeUp } from '../browser/asleep.ts'
import { openLimitSite } from '../browser/limit-site.ts'
import type { Line, Row, Size } from '../row.ts'

const MISSED: Record<Size, number> = { tiny: 500, full: 50_000, huge: 50_000 }

const line: Pick<Line, 'figure' | 'unit' | 'better' | 'side'> = {
  figure: 'rate',
  unit: 'messages/s',
  better: 'more',
  side: 'roost',
}

export const catchUp: Row = {
  id: 'catch-up',
  work: '50,000 missed messages from `online` to durable, acknowledged and countable; the limits fetch, parse and write the same bytes',
  lines: [
    { ...line, what: 'caught up, against one value per 1,000', against: 'one value per 1,000', target: 0.7 },
    { ...line, what: 'caught up, against one record each', against: 'one record each', target: 7 },
  ],
  async open(size) {
    const missed = MISSED[size]
    const app = await openApp()
    const bodies = await bodiesOf(app, missed)
    const limit = await openLimitSite(app.browser, 'catch-up', bodies)
    const rate = (ms: number) => ({ rate: (missed / ms) * 1_000 })
    return {
      sides: {
        roost: async () => rate(await catchUpOnce(app, missed)),
        'one value per 1,000': async () =>
          rate(await limit.inFreshPage((page) => page.evaluate((n) => storePages(n), bodies.length))),
        'one record each': async () =>
          rate(await limit.inFreshPage((page) => page.evaluate((n) => storeRecords(n), bodies.length))),
      },
      async [Symbol.asyncDispose]() {
        await limit[Symbol.asyncDispose]()
        await app[Symbol.asyncDispose]()
      },
    }
  },
}

async function catchUpOnce(app: App, missed: number): Promise<number> {
  await using asleep = await fallAsleep(app, missed)
  const { phone, script } = asleep
  const ms = await wakeUp(phone, missed)
  const held = (await phone.holds()).length
  const id = await phone.id()
  const received = (await script.devices()).find((it) => it.deviceId === id)?.lastReceivedVersion
  if (held !== missed || received !== missed) throw new Error(`of ${missed} ${held} held, ${received} acknowledged`)
  return ms
}

/** The bytes that the server answers to the pulls of a catch-up. */
async function bodiesOf(app: App, missed: number): Promise<Buffer[]> {
  await using asleep = await fallAsleep(app, missed)
  const history = await asleep.script.history()
  const pages = Array.from({ length: Math.ceil(missed / limits.pullMax) }, (_, n) =>
    history.slice(n * limits.pullMax, (n + 1) * limits.pullMax),
  )
  return pages.map((messages) => Buffer.from(JSON.stringify({ messages })))
}
