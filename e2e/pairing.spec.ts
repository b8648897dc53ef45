import type { Browser, Page } from 'playwright/test'
import { createAccount } from './fixtures/account.ts'
import { asDevice, becomeDevice } from './fixtures/device.ts'
import { admit, askToJoin, openInvitation } from './fixtures/pairing.ts'
import { createBuiltServer } from './fixtures/server.ts'
import { expect, test } from './fixtures/test.ts'
import { openThisDevice } from './fixtures/this-device.ts'

async function openElsewhere(browser: Browser, url: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** The menu of a device says whose it is. */
async function expectAccount(page: Page, email: string): Promise<void> {
  await openThisDevice(page)
  await expect(page.getByRole('menu').getByText(email)).toBeVisible()
  await page.keyboard.press('Escape')
}

test('another browser joins with a link, after both screens showed the same number, and catches up', async ({
  browser,
  device,
  server,
  account,
}) => {
  const desk = await device('Desk')
  await desk.write('written before')
  const { dialog, link } = await openInvitation(desk.page)
  expect(link).toContain('/pair#')

  const page = await openElsewhere(browser, link)
  const hidden = account.email.replace(/^(.).*(.)@/, '$1…$2@')
  await expect(page.getByRole('main')).toContainText(hidden)
  await expect(page.getByRole('main')).toContainText('“Desk” invites this device')
  const number = await askToJoin(page, 'Phone')
  expect(number).toMatch(/^\d\d$/)
  await expect(page.getByRole('main')).toContainText('“Desk” now asks')
  await admit(dialog, 'Phone', number)
  await expect(dialog.getByRole('heading', { name: '“Phone” has joined' })).toBeVisible()

  const phone = await asDevice(page, server.url, 'Phone')
  await phone.sees(['written before'])
  await phone.write('I am in')
  await desk.sees(['written before', 'I am in'])
  await phone.holdsWhatIsForIt()
  await page.context().close()
})

test('a code can be typed, and works once', async ({ browser, device, server }) => {
  const desk = await device('Desk')
  const { dialog, code } = await openInvitation(desk.page)

  const page = await openElsewhere(browser, `${server.url}/pair`)
  await page.getByLabel('Code').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Continue' }).click()
  await admit(dialog, 'Phone', await askToJoin(page, 'Phone'))
  await (await asDevice(page, server.url, 'Phone')).isLevel()

  const stranger = await openElsewhere(browser, `${server.url}/pair#${code}`)
  await expect(stranger.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(stranger.getByRole('button', { name: 'Join' })).toHaveCount(0)
  for (const it of [page, stranger]) await it.context().close()
})

test('a device that is refused is told so, and reads nothing', async ({ browser, device }) => {
  const desk = await device('Desk')
  const { dialog, link } = await openInvitation(desk.page)
  const page = await openElsewhere(browser, link)
  await askToJoin(page, 'Stranger')
  await dialog.getByRole('button', { name: 'No, refuse' }).click()
  await expect(dialog.getByRole('heading', { name: '“Stranger” was refused' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The other device said no')
  await expect(desk.page.getByText('Stranger')).toHaveCount(1)
  await dialog.getByRole('button', { name: 'New code' }).click()
  await expect(dialog.getByTestId('pairing-code')).toBeVisible()
  await page.context().close()
})

test('a code dies when its dialog closes, also one that is being claimed', async ({ browser, device }) => {
  const desk = await device('Desk')
  const first = await openInvitation(desk.page)
  const claiming = await openElsewhere(browser, first.link)
  await askToJoin(claiming, 'Phone')
  await first.dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(claiming.getByRole('main').getByRole('alert')).toContainText('closed or has expired')

  const second = await openInvitation(desk.page)
  const cancelled = desk.page.waitForResponse((it) => it.request().method() === 'DELETE')
  await second.dialog.getByRole('button', { name: 'Cancel' }).click()
  expect((await cancelled).status()).toBe(204)
  const late = await openElsewhere(browser, second.link)
  await expect(late.getByRole('main').getByRole('alert')).toContainText('This code does not work')
  for (const page of [claiming, late]) await page.context().close()
})

test('a browser that holds another account is told so, and a new tab asks which one it belongs to', async ({
  browser,
  context,
}) => {
  await using server = await createBuiltServer({ SIGNUP: 'open' })
  await server.start()
  const account = await createAccount(server.url)
  await account.lendSession(context)
  const desk = await becomeDevice(context, server.url, 'Desk')
  await expectAccount(desk.page, account.email)
  const stranger = await createAccount(server.url)
  const elsewhere = await browser.newContext()
  await stranger.lendSession(elsewhere)
  const theirs = await becomeDevice(elsewhere, server.url, 'Their desk')
  const { dialog, link } = await openInvitation(theirs.page)

  const page = await desk.page.context().newPage()
  await page.goto(link.replace(/^https?:\/\/[^/]+/, server.url))
  await expect(page.getByRole('note')).toContainText(`This browser already holds the inbox of ${account.email}`)
  await admit(dialog, 'Borrowed', await askToJoin(page, 'Borrowed'))
  await asDevice(page, server.url, 'Borrowed')
  await expectAccount(page, stranger.email)

  const next = await desk.page.context().newPage()
  await next.goto(server.url)
  await next.getByLabel('Name of this device').fill('Second tab')
  await expect(next.getByRole('button', { name: 'New device' })).toBeDisabled()
  await next.getByRole('radio', { name: account.email }).check()
  await next.getByRole('button', { name: 'New device' }).click()
  await asDevice(next, server.url, 'Second tab')
  await expectAccount(next, account.email)
  await expect(theirs.page.getByText('Second tab')).toHaveCount(0)
  await elsewhere.close()
})

test('every device says who joined and by whose invitation, until its person has seen it', async ({
  browser,
  device,
  otherBrowser,
  server,
}) => {
  const [desk, laptop] = [await device('Desk'), await device('Laptop', await otherBrowser())]
  const said = (page: Page) => page.getByText('“Phone” joined, invited by “Desk”')
  const { dialog, link } = await openInvitation(desk.page)
  const page = await openElsewhere(browser, link)
  await admit(dialog, 'Phone', await askToJoin(page, 'Phone'))
  const phone = await asDevice(page, server.url, 'Phone')
  await phone.isLevel()

  await expect(said(laptop.page)).toBeVisible()
  await laptop.reload()
  await expect(said(laptop.page)).toBeVisible()
  // The person at the inviting device has read it in the dialog.
  await expect(dialog.getByRole('heading', { name: '“Phone” has joined' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(said(desk.page)).toHaveCount(0)
  await expect(said(phone.page)).toHaveCount(0)

  await laptop.page.getByRole('button', { name: 'Got it' }).click()
  await expect(said(laptop.page)).toHaveCount(0)
  await laptop.reload()
  await laptop.isLevel()
  await expect(said(laptop.page)).toHaveCount(0)
  await page.context().close()
})
