import { hardTexts } from '../bench/browser/hard-texts.ts'
import { expect, test } from './fixtures/test.ts'

/** More than a piece holds, so no text that is shown in pieces has so many letters in one. */
const MOST_LETTERS = 9_000

// How fast they are shown is a row of the bench: `npm run bench -- --rows long-text`.
for (const [name, text] of Object.entries(hardTexts)) {
  test(`${name}: it is shown in pieces, and copied byte for byte`, async ({ device, account }) => {
    const desk = await device('Desk')
    const { page } = desk
    await (await account.script('Script')).send([text])
    await desk.isLevel(1)
    const row = page.locator('[data-version="1"]')
    await row.getByRole('button', { name: /^Show all/ }).click()
    await expect.poll(async () => (await row.getByTestId('text').textContent()) === text).toBe(true)
    const pieces = await row.locator('.piece').evaluateAll((all) => all.map((it) => it.textContent?.length ?? 0))
    expect(Math.max(...pieces)).toBeLessThan(MOST_LETTERS)

    await page.evaluate(() =>
      addEventListener('copy', (event) =>
        Object.assign(globalThis, { copied: event.clipboardData?.getData('text/plain') }),
      ),
    )
    // Pieces that come near get their links, and a selection ends where its text is replaced. A try can take seconds.
    await expect(async () => {
      await row.getByTestId('text').evaluate((element) => getSelection()?.selectAllChildren(element))
      await page.keyboard.press('ControlOrMeta+c')
      expect((await page.evaluate(() => Reflect.get(globalThis, 'copied'))) === text).toBe(true)
    }).toPass({ timeout: 60_000 })
  })
}
