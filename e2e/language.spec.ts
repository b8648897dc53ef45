import { en } from '../app/words/en/en.ts'
import { catalogs } from '../app/words/language/load-language.ts'
import { expect, test } from './fixtures/test.ts'

for (const [locale, language, direction] of [
  ['de-AT', 'de', 'ltr'],
  ['ja-JP', 'ja', 'ltr'],
  ['ar-EG', 'ar', 'rtl'],
] as const) {
  test(`a browser in ${locale} is spoken to in ${language}, and the text runs ${direction}`, async ({
    server,
    browser,
  }) => {
    const words = await catalogs[language]?.()
    const context = await browser.newContext({ locale })
    const page = await context.newPage()
    await page.goto(server.url)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words?.welcome.title ?? 'there is no such catalog')
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('html')).toHaveAttribute('dir', direction)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await context.close()
  })
}

test('a person chooses another language in the settings, and it stays', async ({ device }) => {
  const { page } = await device('Desk')
  const french = await catalogs.fr?.()
  await page.goto(`${new URL(page.url()).origin}/#settings/language`)
  await page.getByRole('combobox', { name: en.settings.language.label }).selectOption('fr')
  await page.getByRole('button', { name: en.settings.language.reloadNow }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await page.goto(`${new URL(page.url()).origin}/#`)
  await page.reload()
  await expect(page.getByText(french?.navigation.allDevices ?? 'there is no such catalog').first()).toBeVisible()
})
