import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures/test.ts'
import { openThisDevice } from './fixtures/this-device.ts'

/** At any level of harm, not only the serious ones. */
async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`menus, sheets and dialogs are accessible while open, ${colorScheme}, ${width} pixels wide`, async ({
      device,
    }) => {
      const { page, ...desk } = await device('Desk')
      await device('Phone')
      await page.bringToFront()
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      await openThisDevice(page)
      await isAccessible(page)
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await isAccessible(page)
      await page.keyboard.press('Escape')
      if (width < 600) {
        await page.getByRole('button', { name: 'All devices, choose a device' }).click()
        await expect(page.getByRole('dialog', { name: 'Devices' })).toBeVisible()
        await isAccessible(page)
      }
      await page.getByRole('button', { name: 'More about Phone' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      await isAccessible(page)
      await page.getByRole('menuitem', { name: 'Remove' }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await isAccessible(page)
      await page.getByRole('button', { name: 'Keep it' }).click()
      if (width < 600) await page.getByRole('button', { name: 'Close' }).click()
      await page.getByRole('button', { name: 'Got it' }).click()
      await desk.workOffline(true)
      await expect(page.getByText('Working offline.')).toBeVisible()
      await isAccessible(page)
    })
  }
}

test('the keyboard alone goes to a device and back, and reaches what it can do', async ({ device }) => {
  const { page } = await device('Desk')
  await device('Phone')
  await page.bringToFront()
  const link = page.getByRole('link', { name: /^Phone/ })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phone')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'More about Phone' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'More about Phone' })).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All devices')
})

test('200 % text and 400 % zoom keep every action, and nothing scrolls sideways', async ({ device }) => {
  const { page } = await device('Desk')
  await device('A phone with quite a long name of its own')
  await page.bringToFront()
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  const textSize = (size: string) =>
    page.evaluate((it) => {
      document.documentElement.style.fontSize = it
    }, size)
  await textSize('200%')
  await expect(page.getByRole('button', { name: 'Add a device' })).toBeVisible()
  await openThisDevice(page)
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await fits()).toBe(true)
  // 1280 pixels at 400 % are 320.
  await page.setViewportSize({ width: 320, height: 256 })
  await textSize('100%')
  await expect(page.getByRole('button', { name: 'All devices, choose a device' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Message' }).fill('still here')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.locator('[data-message-id]')).toHaveCount(1)
  expect(await fits()).toBe(true)
})

test('who signs out with messages that wait can send them first', async ({ device }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await desk.workOffline(true)
  await desk.write('not yet sent')
  await openThisDevice(desk.page)
  await desk.page.getByRole('menuitem', { name: 'Sign out' }).click()
  const dialog = desk.page.getByRole('alertdialog')
  await expect(dialog).toContainText('1 message waits to be sent and would be lost.')
  await dialog.getByRole('button', { name: 'Send them first' }).click()
  await phone.sees(['not yet sent'])
  await expect(dialog).not.toContainText('would be lost')
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await expect(desk.page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
})
