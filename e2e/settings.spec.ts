import { addressOf } from '../app/settings/settings-address.ts'
import { closeSettings, openSettings } from './fixtures/settings.ts'
import { expect, test } from './fixtures/test.ts'
import { chooseForThisDevice } from './fixtures/this-device.ts'

test.use({ ownServer: true })

test('the settings have an address: a link opens them, Back closes them, and the focus goes back', async ({
  device,
  server,
}) => {
  const { page } = await device('Desk')
  const opener = page.getByRole('region', { name: 'This device' }).getByRole('button')
  const settings = await openSettings(page, 'Appearance')
  expect(new URL(page.url()).hash).toBe(addressOf('appearance'))
  await settings.getByRole('link', { name: 'About' }).click()
  await expect(settings.getByText(/version .*, wire 1/)).toBeVisible()
  await page.goBack()
  await expect(settings).toHaveCount(0)
  await expect(opener).toBeFocused()
  expect(new URL(page.url()).hash).toBe('')

  await page.goForward()
  await expect(settings.getByRole('heading', { level: 2, name: 'About' })).toBeAttached()
  await page.reload()
  await expect(settings.getByRole('heading', { level: 2, name: 'About' })).toBeAttached()
  await closeSettings(settings)
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()

  await page.goto(`${server.url}/${addressOf('storage')}`)
  await expect(settings.getByRole('region', { name: 'Storage on this device' })).toContainText('No message is here yet')
  await page.goto(`${server.url}/#settings/of-another-version`)
  await expect(settings.getByText('This version has no such part')).toBeVisible()
})

test('a chosen theme is there from the first frame on, also offline, and in every tab', async ({ device, server }) => {
  const desk = await device('Desk')
  const { page } = desk
  const other = await page.context().newPage()
  await other.goto(server.url)
  const settings = await openSettings(page, 'Appearance')
  await settings.getByRole('radio', { name: 'Dark' }).check()
  await settings.getByRole('radio', { name: 'Compact' }).check()
  const html = (it = page) => it.evaluate(() => ({ ...document.documentElement.dataset }))
  const chosen = { theme: 'dark', density: 'compact' }
  expect(await html()).toMatchObject(chosen)
  await expect.poll(() => html(other)).toMatchObject(chosen)

  // Notes the colours of every frame from the first one with a body on.
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    const look = () => {
      if (document.body) seen.push(getComputedStyle(document.documentElement).colorScheme)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const schemes = () => page.evaluate(() => [...new Set((globalThis as unknown as { seen: string[] }).seen)])
  await desk.reload()
  expect(await schemes()).toEqual(['dark'])
  await page.evaluate(() => navigator.serviceWorker.ready)
  await server.kill()
  await desk.reload()
  expect(await schemes()).toEqual(['dark'])
  expect(await html()).toMatchObject(chosen)
})

test('the settings go by keyboard alone', async ({ device }) => {
  const { page } = await device('Desk')
  const settings = page.getByTestId('settings')
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  // The shortcut for the settings works from anywhere, once the keys have loaded.
  await expect(async () => {
    await page.keyboard.press('Control+,')
    await expect(settings.getByRole('heading', { level: 1 })).toBeFocused({ timeout: 2_000 })
  }).toPass()
  await page.keyboard.press('Shift+Tab')
  // Backwards from the heading: the list of sections, its last one first.
  for (let step = 0; step < 10 && (await focused()) !== 'Appearance'; step++) await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(settings.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(settings.getByRole('radio', { name: 'System' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'This device' }).getByRole('button')).toBeFocused()
})

test('a list comes first on a phone, and Back leads to it', async ({ device }) => {
  const { page } = await device('Phone')
  await page.setViewportSize({ width: 390, height: 800 })
  await chooseForThisDevice(page, 'Settings')
  const settings = page.getByTestId('settings')
  await settings.getByRole('link', { name: 'Keyboard' }).click()
  await expect(settings.getByText('Edit your last message')).toBeVisible()
  await page.goBack()
  await expect(settings.getByRole('link', { name: 'Keyboard' })).toBeVisible()
  await settings.getByRole('link', { name: 'Language' }).click()
  await settings.getByRole('button', { name: 'All settings' }).click()
  await settings.getByRole('button', { name: 'Back to the inbox' }).click()
  await expect(settings).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
})

test('devices, with what is known of each, and the names of removed ones', async ({ device, account }) => {
  const desk = await device('Desk')
  await account.script('Backup')
  const settings = await openSettings(desk.page, 'Devices')
  const rows = settings.getByRole('region', { name: 'Your devices' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('This device')
  await expect(rows.nth(1)).toContainText(/Backup.*joined/)
  await rows.nth(1).getByRole('button', { name: 'More about Backup' }).click()
  await desk.page.getByRole('menuitem', { name: 'Rename' }).click()
  await settings.getByRole('textbox').fill('Nightly')
  await desk.page.keyboard.press('Enter')
  await expect(rows.nth(1)).toContainText('Nightly')
  await expect(settings.getByText('No device waits.')).toBeVisible()
})

test('the number of unread messages leaves the title when a person does not want it', async ({ device, account }) => {
  const desk = await device('Desk')
  const script = await account.script('Backup')
  const settings = await openSettings(desk.page, 'Notifications')
  await script.send(['one'])
  await expect(desk.page).toHaveTitle(/^\(1\) /)
  await settings.getByRole('switch', { name: 'Number of unread messages' }).uncheck()
  await expect(desk.page).toHaveTitle(/^Desk/)
})
