import type { Page } from 'playwright'
import { createAccount } from '../../e2e/fixtures/account.ts'
import { becomeDevice } from '../../e2e/fixtures/device.ts'
import { type App, openApp } from '../browser/app.ts'
import { hardTexts } from '../browser/hard-texts.ts'
import type { Figures, Row } from '../row.ts'

export const longText: Row = {
  id: 'long-text',
  work: 'from the press on "Show all" until the whole of a long text is painted and the page is free again; eight texts that browsers are slow at',
  lines: [
    {
      ...{ what: 'the slowest of eight long texts on screen', unit: 'ms', better: 'less', side: 'roost' },
      ...{ figure: 'slowest', against: 300, target: 1 },
    },
  ],
  async open(size) {
    const app = await openApp()
    const texts = Object.values(hardTexts).slice(0, size === 'tiny' ? 1 : undefined)
    return { sides: { roost: () => showAll(app, texts) }, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
  },
}

async function showAll({ server, browser }: App, texts: readonly string[]): Promise<Figures> {
  const account = await createAccount(server.url)
  const context = await browser.newContext()
  try {
    await account.lendSession(context)
    const desk = await becomeDevice(context, server.url, 'Desk')
    const script = await account.script('Script')
    let slowest = 0
    for (const [index, text] of texts.entries()) {
      const version = index + 1
      await script.send([text])
      await desk.isLevel(version)
      await desk.page
        .locator(`[data-version="${version}"]`)
        .getByRole('button', { name: /^Show all/ })
        .hover()
      await desk.page.evaluate(() => document.fonts.ready)
      slowest = Math.max(slowest, await timeOfPress(desk.page, version, text.length))
    }
    return { slowest }
  } finally {
    await context.close()
  }
}

/** From the press until the browser has painted all letters and is free again, in ms. */
function timeOfPress(page: Page, version: number, letters: number): Promise<number> {
  return page.evaluate(
    ([wanted, length]) =>
      new Promise<number>((resolve) => {
        const row = document.querySelector(`[data-version="${wanted}"]`)
        const button = [...(row?.querySelectorAll('button') ?? [])].find((it) => it.textContent?.startsWith('Show all'))
        if (!button) throw new Error('There is nothing more to show.')
        const shown = () => row?.querySelector('[data-testid="text"]')?.textContent?.length
        const look = () => {
          if (shown() !== length) return requestAnimationFrame(look)
          return requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
        }
        const start = performance.now()
        button.click()
        look()
      }),
    [version, letters],
  )
}
