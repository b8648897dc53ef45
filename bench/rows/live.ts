import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright'
import { io } from 'socket.io-client'
import { createAccount } from '../../e2e/fixtures/account.ts'
import { becomeDevice } from '../../e2e/fixtures/device.ts'
import { workerReady } from '../../e2e/fixtures/worker.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { createSocketTransport } from '../../lib/transport/socket.ts'
import { type App, openApp } from '../browser/app.ts'
import { clockAhead } from '../browser/clock-ahead.ts'
import { openLimitSite } from '../browser/limit-site.ts'
import { recordCommits } from '../browser/record-commits.ts'
import { contentOf } from '../parts/content.ts'
import { type BenchServer, startLimit } from '../parts/server.ts'
import type { Figures, Line, Row, Size } from '../row.ts'
import { percentile } from '../statistics.ts'

const PER_SECOND = 200
const MESSAGES: Record<Size, number> = { tiny: 20, full: 2_000, huge: 2_000 }

const late: Pick<Line, 'unit' | 'better' | 'side'> = { unit: 'ms', better: 'less', side: 'roost' }

export const live: Row = {
  id: 'live',
  work: '200 messages/s for 10 s, from the send call on one device to durable in the IndexedDB of another; the limits are a bare Socket.IO relay, one that syncs each message to a file first, and the same write',
  lines: [
    { ...late, what: 'send to durable, half of them', figure: 'p50', against: 'relay', target: 1.5 },
    { ...late, what: 'send to durable, 99 of 100', figure: 'p99', against: 'relay', target: 1.5 },
    { ...late, what: 'the same, half, against a relay that syncs', figure: 'p50', against: 'relay that syncs' },
    { ...late, what: 'the same, 99 of 100, against a relay that syncs', figure: 'p99', against: 'relay that syncs' },
  ],
  async open(size) {
    const app = await openApp()
    const relay = await startLimit('room')
    const syncing = await startLimit('durable-room')
    const site = await openLimitSite(app.browser, 'live')
    return {
      sides: {
        roost: () => overRoost(app, MESSAGES[size]),
        relay: () => site.inFreshPage((page) => overRelay(relay, page, MESSAGES[size])),
        'relay that syncs': () => site.inFreshPage((page) => overRelay(syncing, page, MESSAGES[size])),
      },
      async [Symbol.asyncDispose]() {
        await site[Symbol.asyncDispose]()
        await syncing[Symbol.asyncDispose]()
        await relay[Symbol.asyncDispose]()
        await app[Symbol.asyncDispose]()
      },
    }
  },
}

async function overRoost({ server, browser }: App, count: number): Promise<Figures> {
  const account = await createAccount(server.url)
  const context = await browser.newContext()
  await recordCommits(context)
  await account.lendSession(context)
  const { page, isLevel } = await becomeDevice(context, server.url, 'Phone')
  await workerReady(page)
  await isLevel(0)
  const { token } = await account.script('Desk')
  const desk = createSocketTransport(server.url, token)
  await new Promise<void>((resolve, reject) =>
    desk.open({
      hello: () => resolve(),
      closed: (reason) => reject(new Error(reason)),
      refused: ({ message }) => reject(new Error(message)),
      batch() {},
      devices() {},
      revoked() {},
    }),
  )
  try {
    return await measureLive(page, count, async (version) => {
      const content = contentOf(version)
      const { results } = await desk.send({ messages: [{ messageId: randomUUID(), receiverDeviceId: ALL, content }] })
      const [result] = results
      if (!result?.ok || result.version !== version) throw new Error(`message ${version} got ${JSON.stringify(result)}`)
    })
  } finally {
    desk.close()
    await context.close()
  }
}

async function overRelay({ port }: BenchServer, page: Page, count: number): Promise<Figures> {
  const url = `http://127.0.0.1:${port}`
  await page.evaluate((it) => listen(it), url)
  const sender = io(url, { transports: ['websocket'], forceNew: true })
  await new Promise<void>((resolve) => sender.on('hello', () => resolve()))
  try {
    return await measureLive(page, count, (version) =>
      sender.emitWithAck('send', { version, messageId: randomUUID(), content: contentOf(version) }),
    )
  } finally {
    sender.close()
  }
}

/** Sends versions 1, 2, 3 … at the rate, late or not, and looks up when each was durable in the page, by the clock here. */
async function measureLive(page: Page, count: number, send: (version: number) => Promise<unknown>): Promise<Figures> {
  const ahead = await clockAhead(page)
  const sentAt: number[] = []
  const sending: Promise<unknown>[] = []
  const began = performance.now()
  while (sentAt.length < count) {
    const due = Math.floor(((performance.now() - began) / 1_000) * PER_SECOND) + 1
    while (sentAt.length < Math.min(due, count)) {
      sentAt.push(performance.timeOrigin + performance.now())
      sending.push(send(sentAt.length))
    }
    await setTimeout(1)
  }
  await Promise.all(sending)
  await page.waitForFunction((last) => commits.some(([cursor]) => cursor >= last), count)
  const durable = await page.evaluate(() => commits)
  const took = sentAt.map((at, index) => (durable.find(([cursor]) => cursor > index)?.[1] ?? Number.NaN) - ahead - at)
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) }
}
