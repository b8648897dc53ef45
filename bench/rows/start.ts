import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type BrowserContext, chromium } from 'playwright'
import { createAccount } from '../../e2e/fixtures/account.ts'
import { becomeDevice } from '../../e2e/fixtures/device.ts'
import { createBuiltServer } from '../../e2e/fixtures/server.ts'
import { workerReady } from '../../e2e/fixtures/worker.ts'
import { browserArgs, ensureBrowser } from '../../scripts/test/browser.mjs'
import type { RestartableServer } from '../../tests/kit/server/restartable-server.ts'
import { contentOf } from '../parts/content.ts'
import type { Line, Row, Size } from '../row.ts'

const STORED: Record<Size, number> = { tiny: 500, full: 100_000, huge: 100_000 }

const line: Omit<Line, 'what' | 'against'> = {
  figure: 'ms',
  unit: 'ms',
  better: 'less',
  side: 'full storage',
  target: 1.2,
}

export const start: Row = {
  id: 'start',
  work: 'a browser that was closed opens the app without a network and with 100,000 stored messages; the limits are the same with none and with as many as are drawn',
  lines: [
    { ...line, what: 'until newest painted and composer usable, against an empty storage', against: 'empty storage' },
    { ...line, what: 'the same, against as many as are drawn', against: '100 messages' },
  ],
  async open(size) {
    const server = await createBuiltServer({ SIGNUP: 'open' })
    await server.start()
    const counts = { 'full storage': STORED[size], 'empty storage': 0, '100 messages': 100 }
    const profiles: [string, number, string][] = []
    for (const [name, count] of Object.entries(counts)) profiles.push([name, count, await profile(server, count)])
    await server.stop()
    return {
      sides: Object.fromEntries(
        profiles.map(([name, count, folder]) => [
          name,
          async () => ({ ms: await coldStart(folder, server.url, count) }),
        ]),
      ),
      async [Symbol.asyncDispose]() {
        await server[Symbol.asyncDispose]()
        for (const [, , folder] of profiles) await rm(folder, { recursive: true, force: true })
      },
    }
  },
}

/** A browser's folder in which one device is level, with so many messages in its storage. */
async function profile(server: RestartableServer, stored: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'roost-bench-profile-'))
  const context = await open(folder)
  const account = await createAccount(server.url)
  await account.lendSession(context)
  const phone = await becomeDevice(context, server.url, 'Phone')
  await workerReady(phone.page)
  const script = await account.script('Script')
  await script.send(Array.from({ length: stored }, (_, n) => contentOf(n)))
  await phone.isLevel(stored)
  // With something left to read, the list would open there, and not at the newest.
  await allRead(server.url, script.token, stored)
  await context.close()
  return folder
}

async function allRead(url: string, token: string, version: number): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const inbox = await fetch(`${url}/v1/inbox`, { headers: { authorization: `Bearer ${token}` } })
    if (((await inbox.json()) as { readUpTo: number }).readUpTo >= version) return
    await setTimeout(50)
  }
  throw new Error(`The phone has not read ${version} messages.`)
}

async function open(folder: string): Promise<BrowserContext> {
  const executablePath = await ensureBrowser()
  return chromium.launchPersistentContext(folder, { executablePath, args: browserArgs(), locale: 'en-GB' })
}

/** ms from the navigation until the frame was painted that shows the newest, or that there is none. */
async function coldStart(folder: string, url: string, stored: number): Promise<number> {
  const context = await open(folder)
  try {
    await context.setOffline(true)
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'commit' })
    return await page.evaluate(async (newest) => {
      const painted = () =>
        new Promise<number>((resolve) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now())
            port2.postMessage(null)
          }),
        )
      for (;;) {
        const composer = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Message"]')
        const there =
          newest === 0 ? document.querySelector('main h2') : document.querySelector(`[data-version="${newest}"]`)
        const at = await painted()
        if (there && composer && !composer.disabled) return at
      }
    }, stored)
  } finally {
    await context.close()
  }
}
