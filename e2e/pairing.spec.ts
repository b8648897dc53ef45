import { asDevice } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

test('another browser joins with a link, without a password, and catches up', async ({ browser, device, server }) => {
  const desk = await device('Desk')
  await desk.write('written before')
  await desk.page.getByRole('button', { name: 'Add a device' }).click()
  const dialog = desk.page.getByRole('dialog')
  const link = await dialog.getByLabel('Link', { exact: true }).inputValue()
  expect(link).toContain('/pair#')

  const phoneBrowser = await browser.newContext()
  const page = await phoneBrowser.newPage()
  await page.goto(link)
  await page.getByLabel('Name of this device').fill('Phone')
  await page.getByRole('button', { name: 'Join' }).click()
  const phone = await asDevice(page, server.url, 'Phone')
  await phone.sees(['written before'])
  await phone.write('I am in')
  await desk.sees(['written before', 'I am in'])
  await phone.holdsWhatIsForIt()
  await phoneBrowser.close()
})

test('a code can be typed, and works once', async ({ browser, device, server }) => {
  const desk = await device('Desk')
  await desk.page.getByRole('button', { name: 'Add a device' }).click()
  const code = (await desk.page.getByRole('dialog').getByTestId('pairing-code').textContent()) ?? ''

  const phoneBrowser = await browser.newContext()
  const page = await phoneBrowser.newPage()
  await page.goto(`${server.url}/pair`)
  await page.getByLabel('Code').fill(code.toLowerCase())
  await page.getByLabel('Name of this device').fill('Phone')
  await page.getByRole('button', { name: 'Join' }).click()
  await (await asDevice(page, server.url, 'Phone')).isLevel()
  await phoneBrowser.close()

  const strangerBrowser = await browser.newContext()
  const stranger = await strangerBrowser.newPage()
  await stranger.goto(`${server.url}/pair#${code}`)
  await stranger.getByLabel('Name of this device').fill('Stranger')
  await stranger.getByRole('button', { name: 'Join' }).click()
  await expect(stranger.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(stranger.locator('[data-connection]')).toHaveCount(0)
  await strangerBrowser.close()
})
