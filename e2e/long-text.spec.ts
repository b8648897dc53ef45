import type { Page } from 'playwright/test'
import { expect, test } from './fixtures/test.ts'

/** Legal texts that browsers are slow at: each took seconds when it was drawn as one. */
const hard = {
  'a word of 65,000 letters': 'W'.repeat(65_000),
  '30,000 marks on one letter': `a${'\u0301'.repeat(30_000)}`,
  'a word of 32,000 letters that join': 'ب'.repeat(32_000),
  '10,000 links': 'a.io/x '.repeat(9_362),
  '65,000 line ends': `${'\n'.repeat(65_000)}end`,
  '9,000 turns of direction': '\u2067a\u2069'.repeat(9_000),
  'prose in one paragraph': 'Lorem ipsum dolor sit amet. '.repeat(2_340),
  'text in many lines': Array.from({ length: 1_500 }, (_, n) => `line ${n} https://example.org/${n}`).join('\r\n'),
}
const LIMIT_MS = 300

for (const [name, text] of Object.entries(hard)) {
  test(`${name}: all of it is on screen within ${LIMIT_MS} ms, and is copied byte for byte`, async ({
    device,
    account,
  }) => {
    const desk = await device('Desk')
    const { page } = desk
    await (await account.script('Script')).send([text])
    await desk.isLevel(1)
    const row = page.locator('[data-version="1"]')
    const button = row.getByRole('button', { name: /^Show all/ })
    await button.hover()
    await page.evaluate(() => document.fonts.ready)
    expect(await timeOfPress(page)).toBeLessThan(LIMIT_MS)
    expect(await row.getByTestId('text').evaluate((it) => it.textContent)).toBe(text)

    await row.getByTestId('text').evaluate((element) => {
      getSelection()?.selectAllChildren(element)
      addEventListener('copy', (event) =>
        Object.assign(globalThis, { copied: event.clipboardData?.getData('text/plain') }),
      )
    })
    await page.keyboard.press('ControlOrMeta+c')
    expect(await page.evaluate(() => Reflect.get(globalThis, 'copied') === undefined)).toBe(false)
    expect(await page.evaluate(() => Reflect.get(globalThis, 'copied'))).toBe(text)
  })
}

/** From the press on "Show all" until the browser has painted the result and is free again, in ms. */
function timeOfPress(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll('button')].find((it) => it.textContent?.startsWith('Show all'))
        const start = performance.now()
        button?.click()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
      }),
  )
}
