import { asDevice } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

test('a person can write while the rest of the inbox cannot be loaded, and nothing jumps when it comes', async ({
  server,
  otherBrowser,
  browser,
}) => {
  const signedIn = await otherBrowser()
  // A worker would have the files.
  const context = await browser.newContext({ serviceWorkers: 'block', storageState: await signedIn.storageState() })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByLabel('Name of this device').fill('Phone')
  const scripts = '**/_next/static/chunks/**'
  const tries = new Map<string, number>()
  await page.route(scripts, (route) => {
    const url = route.request().url()
    tries.set(url, (tries.get(url) ?? 0) + 1)
    return route.abort()
  })
  await page.getByRole('button', { name: 'Open the inbox' }).click()

  const phone = await asDevice(page, server.url, 'Phone')
  const devices = page.getByRole('region', { name: 'This device' })
  const composer = page.getByRole('form', { name: 'New message' })
  await phone.write('Hello')
  await expect(page.getByText('Fetching your messages')).toBeAttached()
  await expect(devices).toBeHidden()
  const before = await composer.boundingBox()

  // Next itself asks twice.
  await expect.poll(() => Math.max(...tries.values())).toBeGreaterThan(2)
  await page.unroute(scripts)
  await expect(devices).toBeVisible()
  await phone.sees(['Hello'])
  expect(await composer.boundingBox()).toEqual(before)
  await context.close()
})
