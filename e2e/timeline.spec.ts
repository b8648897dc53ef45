import type { Page } from 'playwright/test'
import { expect, test } from './fixtures/test.ts'

const MESSAGES = 350

const list = (page: Page) => page.getByRole('region', { name: 'Messages' })
/** Pixels between what is seen and the end of the list. */
const below = (page: Page) => list(page).evaluate((it) => Math.round(it.scrollHeight - it.scrollTop - it.clientHeight))
/** The versions of the drawn rows, ascending. */
const versions = (page: Page) =>
  page.locator('[data-version]').evaluateAll((rows) => rows.map((it) => Number((it as HTMLElement).dataset.version)))

test('a full inbox opens at its end with the screen full, and every message can be scrolled to', async ({
  device,
  account,
}) => {
  const phone = await device('Phone')
  const { page } = phone
  // Messages of one line: these need the most rows to fill a screen.
  await (await account.script('Script')).send(Array.from({ length: MESSAGES }, (_, n) => `${n + 1}`))
  await phone.isLevel(MESSAGES)
  // With unread messages it would open where reading ended.
  await expect(page).toHaveTitle('Phone – Roost')

  await watchFirstRows(page)
  await phone.reload()
  await expect(page.locator(`[data-version="${MESSAGES}"]`)).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(globalThis, 'wasFull'))).toBe(true)
  await expect.poll(() => below(page)).toBeLessThanOrEqual(1)

  const seen = new Set<number>()
  await list(page).hover()
  await expect
    .poll(
      async () => {
        const drawn = await versions(page)
        expect(drawn).toEqual(drawn.toSorted((a, b) => a - b))
        for (const version of drawn) seen.add(version)
        await page.mouse.wheel(0, -400)
        return seen.size
      },
      { intervals: [20] },
    )
    .toBe(MESSAGES)

  await page.getByRole('button', { name: 'Jump to latest' }).click()
  await expect(page.locator(`[data-version="${MESSAGES}"]`)).toBeVisible()
  await expect.poll(() => below(page)).toBeLessThanOrEqual(1)
  await (await account.script('Other')).send(['one more'])
  await expect(page.locator(`[data-version="${MESSAGES + 1}"]`)).toBeVisible()
  await expect.poll(() => below(page)).toBeLessThanOrEqual(1)
})

/** `wasFull`: whether the first frame that showed rows had them from the top of the list to its end. */
async function watchFirstRows(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const look = () => {
      const section = document.querySelector('section[aria-label="Messages"]')
      if (!section?.querySelector('[data-version]')) return requestAnimationFrame(look)
      const { top, bottom } = section.getBoundingClientRect()
      const rows = [...section.querySelectorAll('li')].map((row) => row.getBoundingClientRect())
      // Frames are asked for before they are drawn, so the layout that is read here is what the frame shows.
      const [first, last] = [rows[0], rows.at(-1)]
      // The list leaves free space below its last row.
      Object.assign(globalThis, { wasFull: first && last && first.top <= top && last.bottom >= bottom - 24 })
    }
    requestAnimationFrame(look)
  })
}
