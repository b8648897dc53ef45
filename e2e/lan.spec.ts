import { networkInterfaces } from 'node:os'
import type { Browser } from 'playwright/test'
import { createAccount } from './fixtures/account.ts'
import { asDevice, becomeDevice } from './fixtures/device.ts'
import { admit, askToJoin, openInvitation } from './fixtures/pairing.ts'
import { createBuiltServer } from './fixtures/server.ts'
import { expect, test } from './fixtures/test.ts'

/** The address by which another machine would call this one. For browsers a page over HTTP there is insecure. */
const LAN_ADDRESS = Object.values(networkInterfaces())
  .flatMap((it) => it ?? [])
  .find((it) => it.family === 'IPv4' && !it.internal)?.address

test.skip(LAN_ADDRESS === undefined, 'this machine is in no network')

async function openElsewhere(browser: Browser, url: string, trusts: boolean) {
  const context = await browser.newContext({ ignoreHTTPSErrors: trusts })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

test('phones join over the local network: over HTTP, and over HTTPS when they trust the certificate', async ({
  browser,
  context,
}) => {
  await using server = await createBuiltServer({ LAN_ADDRESS: LAN_ADDRESS ?? '' })
  await server.start()
  await (await createAccount(server.url)).lendSession(context)
  const desk = await becomeDevice(context, server.url, 'Desk')
  await desk.write('from the desk')
  const { dialog } = await openInvitation(desk.page)
  await expect(dialog.getByTestId('only-here')).toContainText('opens on this computer only')
  await dialog.getByRole('button', { name: 'Let my network in' }).click()
  const link = dialog.getByLabel('Link', { exact: true })
  await expect(link).toHaveValue(new RegExp(`^http://${LAN_ADDRESS}:\\d+/pair#`))
  const plain = await link.inputValue()

  const page = await openElsewhere(browser, plain, false)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await expect(page.getByRole('heading', { name: 'Trust this Roost once' })).toBeVisible()
  await page.getByRole('button', { name: 'Done, go on' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('does not trust the certificate yet')
  await page.getByRole('button', { name: 'Go on without' }).click()
  await admit(dialog, 'Phone', await askToJoin(page, 'Phone'))
  const phone = await asDevice(page, server.url, 'Phone')
  await phone.sees(['from the desk'])
  await phone.write('from the phone')
  await desk.sees(['from the desk', 'from the phone'])
  await phone.reload()
  await phone.holdsWhatIsForIt()
  await dialog.getByRole('button', { name: 'Done' }).click()

  const next = await openInvitation(desk.page)
  const trusting = await openElsewhere(browser, next.link, true)
  await trusting.waitForURL(next.link.replace('http:', 'https:'))
  expect(await trusting.evaluate(() => isSecureContext)).toBe(true)
  await admit(next.dialog, 'Tablet', await askToJoin(trusting, 'Tablet'))
  const tablet = await asDevice(trusting, server.url, 'Tablet')
  await tablet.write('from the tablet')
  await phone.sees(['from the desk', 'from the phone', 'from the tablet'])
  for (const it of [page, trusting]) await it.context().close()
})
