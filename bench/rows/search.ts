import type { Page } from 'playwright'
import { type App, openApp } from '../browser/app.ts'
import { fallAsleep, wakeUp } from '../browser/asleep.ts'
import { contentOf } from '../parts/content.ts'
import type { Figures, Line, Row, Size } from '../row.ts'

const HELD: Record<Size, number> = { tiny: 1_500, full: 100_000, huge: 1_000_000 }

const time: Omit<Line, 'what' | 'figure'> = {
  unit: 'ms',
  better: 'less',
  side: 'search',
  against: 'scan',
  againstFigure: 'all',
}

export const search: Row = {
  id: 'search',
  work: 'finding the oldest message and a common word in the search of a tab; beside it, a bare scan of the same texts in memory',
  lines: [
    { ...time, what: 'the oldest of 100,000 messages, until all is searched', figure: 'oldest' },
    { ...time, what: 'the oldest of 100,000 messages, within', figure: 'oldest', against: 300, target: 1 },
    { ...time, what: 'a common word, until the first hit', figure: 'first' },
    { ...time, what: 'a common word, until the first hit, within', figure: 'first', against: 50, target: 1 },
  ],
  async open(size) {
    const app = await openApp()
    const page = await fill(app, HELD[size])
    return {
      sides: {
        search: async (): Promise<Figures> => ({
          oldest: await found(page, 'zeppelin'),
          first: await found(page, 'message'),
        }),
        scan: async (): Promise<Figures> => ({ all: scan(HELD[size]) }),
      },
      [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
    }
  },
}

/** A tab that holds so many messages, with its search open and every page signed. */
async function fill(app: App, held: number): Promise<Page> {
  const asleep = await fallAsleep(app, 0)
  const { phone, script } = asleep
  await script.send([
    'a zeppelin over the lake',
    ...Array.from({ length: held - 1 }, (_, n) => `message ${contentOf(n)}`),
  ])
  await wakeUp(phone, held)
  await phone.page.keyboard.press('ControlOrMeta+k')
  await found(phone.page, 'zeppelin')
  return phone.page
}

/** Types a query at once, and answers how long it took (ms by the page's clock) until a hit stood on the screen. */
async function found(page: Page, typed: string): Promise<number> {
  const field = page.getByRole('combobox', { name: 'Search everything on this device' })
  await field.fill('')
  await page.locator('[role="option"]').first().waitFor({ state: 'detached' })
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let began = 0
        document.addEventListener('input', () => {
          began = performance.now()
        })
        new MutationObserver((_, observer) => {
          if (began === 0 || !document.querySelector('[role="option"]')) return
          observer.disconnect()
          resolve(performance.now() - began)
        }).observe(document.body, { subtree: true, childList: true })
      }),
  )
  await field.fill(typed)
  return shown
}

function scan(held: number): number {
  const texts = Array.from({ length: held }, (_, n) => `message ${contentOf(n)}`.toLowerCase())
  const began = performance.now()
  if (texts.some((it) => it.includes('zeppelin'))) throw new Error('a text of the bench says zeppelin')
  return performance.now() - began
}
