import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { admit, askToJoin, openInvitation } from './fixtures/pairing.ts'
import { openSettings, proveIdentity } from './fixtures/settings.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ ownServer: true })

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter((it) => it.impact === 'serious' || it.impact === 'critical')
  expect(serious.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`every screen is accessible, ${colorScheme}, ${width} pixels wide`, async ({ page, server }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${server.url}/pair`)
      await expect(page.getByLabel('Code')).toBeVisible()
      await isAccessible(page)

      await page.goto(server.url)
      await page.getByLabel('E-mail').fill('ada@roost.test')
      await isAccessible(page)
      await page.getByLabel('Password').fill('a long enough password')
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page.getByLabel('Name of this device')).toBeVisible()
      await isAccessible(page)
      await page.getByRole('button', { name: 'Open the inbox' }).click()
      await page.locator('[data-connection="live"]').waitFor()
      await isAccessible(page)

      const name = await page.evaluate(() => document.title)
      expect(name).toContain('Roost')
      await page.getByRole('textbox', { name: 'Message' }).fill('hello https://example.org')
      await page.keyboard.press('Enter')
      await expect(page.locator('[data-version="1"]')).toBeVisible()
      await isAccessible(page)

      const settings = await openSettings(page)
      await isAccessible(page)
      await proveIdentity(settings, 'a long enough password')
      await expect(settings.getByRole('region', { name: 'Sign-ins' }).getByRole('listitem').first()).toBeVisible()
      await isAccessible(page)
    })
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen on the way of a new device is accessible, ${colorScheme}`, async ({
    device,
    browser,
    otherBrowser,
  }) => {
    const [desk, laptop] = [await device('Desk'), await device('Laptop', await otherBrowser())]
    const { dialog, link } = await openInvitation(desk.page)
    const context = await browser.newContext()
    const joining = await context.newPage()
    for (const page of [desk.page, laptop.page, joining])
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await isAccessible(desk.page)
    await joining.setViewportSize({ width: 390, height: 900 })
    await joining.goto(link)
    await expect(joining.getByRole('button', { name: 'Join' })).toBeVisible()
    await isAccessible(joining)
    const number = await askToJoin(joining, 'Phone')
    await isAccessible(joining)
    await expect(dialog.getByTestId('check-number')).toHaveText(number)
    await isAccessible(desk.page)
    await admit(dialog, 'Phone', number)
    await expect(laptop.page.getByText('“Phone” joined')).toBeVisible()
    await isAccessible(laptop.page)
    await context.close()
  })
}
