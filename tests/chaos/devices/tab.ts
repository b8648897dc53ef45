import type { BrowserContext, Page } from 'playwright'
import { credentialsOf } from '../../../e2e/fixtures/credentials.ts'
import { becomeDevice } from '../../../e2e/fixtures/device.ts'
import { type Network, networkOf } from '../../../e2e/fixtures/network.ts'
import { writeTo } from '../../../e2e/fixtures/receiver.ts'
import { stopWorkers } from '../../../e2e/fixtures/worker.ts'
import { readTabDisk } from './tab-disk.ts'

const PATIENCE_MS = 15_000

/** A text typed into a tab. Once `seen` in the timeline it must never be lost. */
export interface Written {
  at: number
  text: string
  to: string
  seen: boolean
}

/** A device that is a tab of a real browser, used as a user does. */
export interface Tab {
  readonly name: string
  readonly deviceId: string
  readonly token: string
  readonly written: readonly Written[]
  page(): Page
  /** `to`: the name of a device, or nothing for all. A tab that dies meanwhile leaves it unseen. */
  write(text: string, to?: string): Promise<void>
  goOffline(): Promise<void>
  goOnline(): Promise<void>
  reload(): Promise<void>
  stopWorker(): Promise<void>
  /** Its process dies, and the browser opens it again. */
  crash(): Promise<void>
  problem(head: number): Promise<string | null>
  disk(): ReturnType<typeof readTabDisk>
}

export async function openTab(context: BrowserContext, url: string, name: string, now: () => number): Promise<Tab> {
  let page = (await becomeDevice(context, url, name)).page
  let network: Network = networkOf(page)
  const { deviceId, token } = await credentialsOf(page, name)
  const written: Written[] = []

  async function reopen(): Promise<void> {
    page = await context.newPage()
    network = networkOf(page)
    // As a browser that restores a tab gives it back what it had in mind.
    await page.addInitScript((id) => sessionStorage.setItem('roost.device', id), deviceId)
    await arrive(() => page.goto(url))
  }

  /** Loads the page again when the network fails, as a user would. */
  async function arrive(go: () => Promise<unknown>): Promise<void> {
    for (const until = now() + 4 * PATIENCE_MS; ; ) {
      try {
        await go()
        return await page.locator('[data-connection]').waitFor({ timeout: PATIENCE_MS })
      } catch (error) {
        if (now() > until) throw error
      }
    }
  }

  return {
    name,
    deviceId,
    token,
    written,
    page: () => page,
    async write(text, to) {
      const it: Written = { at: now(), text, to: to ?? 'all', seen: false }
      const options = { timeout: PATIENCE_MS }
      try {
        const composer = page.getByRole('textbox', { name: 'Message' })
        await writeTo(page, to ?? 'All devices', options)
        await composer.fill(text, options)
        it.at = now()
        written.push(it)
        await composer.press('Enter', options)
        const begin = text.slice(0, text.indexOf('.') + 1)
        await page
          .getByTestId('text')
          .filter({ hasText: begin })
          .first()
          .waitFor({ ...options, state: 'attached' })
        it.seen = true
      } catch {
        // The tab died or was reloaded meanwhile: the text may be there or not.
      }
    },
    goOffline: () => network.goOffline(),
    goOnline: () => network.goOnline(),
    reload: () => arrive(() => page.reload({ timeout: PATIENCE_MS })),
    stopWorker: () => stopWorkers(context, page),
    async crash() {
      const crashed = page.waitForEvent('crash')
      const session = await context.newCDPSession(page)
      // The answer never comes: the process that would send it is dead.
      void session.send('Page.crash').catch(() => {})
      await crashed
      await page.close()
      await reopen()
    },
    async problem(head) {
      const inbox = page.locator('[data-connection]')
      const [state, cursor] = await Promise.all(
        ['data-connection', 'data-cursor'].map((it) => inbox.getAttribute(it, { timeout: PATIENCE_MS })),
      )
      if (state !== 'live') return `it is ${state}`
      if (cursor !== String(head)) return `its cursor is ${cursor}, the head ${head}`
      const unsent = (await readTabDisk(page, deviceId)).outboxPut.filter((it) => it.state !== 'failed')
      return unsent.length > 0 ? `${unsent.length} messages are still ${unsent[0]?.state}` : null
    },
    disk: () => readTabDisk(page, deviceId),
  }
}
