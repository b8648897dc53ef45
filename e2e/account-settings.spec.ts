import type { Page } from 'playwright/test'
import { PASSWORD } from '../tests/kit/clients/account.ts'
import { createHttpClient } from '../tests/kit/clients/http-client.ts'
import { closeSettings, openSettings, proveIdentity } from './fixtures/settings.ts'
import { deviceDatabases } from './fixtures/stored-messages.ts'
import { expect, test } from './fixtures/test.ts'

const NEW = 'under the old oak tree'

async function openAccount(page: Page) {
  const settings = await openSettings(page)
  await proveIdentity(settings)
  return settings
}

test('the account: another password, an end to a sign-in elsewhere, and no sign-in is left behind', async ({
  device,
  account,
  server,
  otherBrowser,
}) => {
  const http = createHttpClient(server.url)
  const signIn = (password: string) =>
    http('POST', '/api/auth/sign-in/email', { json: { email: account.email, password } })
  const { page, ...desk } = await device('Desk')
  await otherBrowser()
  const settings = await openAccount(page)
  await expect(settings.getByText(account.email, { exact: true })).toBeVisible()
  const signIns = settings.getByRole('region', { name: 'Sign-ins' }).getByRole('listitem')
  // The account was made in one, the other browser has another, and the settings have their own.
  await expect(signIns).toHaveCount(3)
  await signIns.getByRole('button', { name: 'End' }).first().click()
  await expect(signIns).toHaveCount(2)
  await signIns.getByRole('button', { name: 'End' }).click()
  await expect(signIns).toHaveCount(1)

  const change = settings.getByRole('region', { name: 'Change the password' })
  await change.getByLabel('Your password').fill('not the right one')
  await change.getByLabel('New password').fill(NEW)
  await change.getByRole('button', { name: 'Change the password' }).click()
  await expect(change.getByRole('alert')).toContainText('not the password')
  await change.getByLabel('Your password').fill(PASSWORD)
  await change.getByLabel('New password').fill('Password123')
  await change.getByRole('button', { name: 'Change the password' }).click()
  await expect(change.getByRole('alert')).toContainText('stranger')
  await change.getByLabel('New password').fill(NEW)
  await change.getByRole('button', { name: 'Change the password' }).click()
  await expect(change.getByRole('status')).toContainText('is changed')
  expect([(await signIn(PASSWORD)).status, (await signIn(NEW)).status]).toEqual([401, 200])

  await closeSettings(settings)
  await expect.poll(() => page.evaluate(() => fetch('/api/auth/get-session').then((it) => it.json()))).toBe(null)
  await desk.is('live')
})

test('a sign-in that has become too old ends no other: the account asks for the password again', async ({ device }) => {
  const { page } = await device('Desk')
  const settings = await openAccount(page)
  const end = settings.getByRole('region', { name: 'Sign-ins' }).getByRole('button', { name: 'End' })
  const json = { code: 'forbidden', message: 'sign in again' }
  await page.route('**/api/auth/revoke-session', (route) => route.fulfill({ status: 403, json }), { times: 1 })
  await end.click()
  // The form that changes the password has a field of the same name.
  await expect(settings.getByRole('button', { name: 'Go on' })).toBeVisible()
  await proveIdentity(settings)
  await end.click()
  await expect(end).toHaveCount(0)
})

test('a wrong password removes no device', async ({ device }) => {
  const desk = await device('Desk')
  await device('Phone')
  // Firefox gives the focus to a field in the foremost tab only.
  await desk.page.bringToFront()
  await desk.page.getByRole('button', { name: 'More about Phone' }).click()
  await desk.page.getByRole('menuitem', { name: 'Remove' }).click()
  const dialog = desk.page.getByRole('alertdialog')
  await expect(dialog.getByLabel('Your password')).toBeFocused()
  await dialog.getByLabel('Your password').fill('not the right one')
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(dialog.getByRole('alert')).toContainText('password')
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(desk.page.getByRole('button', { name: 'More about Phone' })).toHaveCount(1)
})

test('signing out leaves nothing in this browser, and needs no password', async ({ device }) => {
  const desk = await device('Desk')
  await desk.write('a secret')
  await desk.isLevel(1)
  await desk.page.getByRole('button', { name: 'More about Desk' }).click()
  await desk.page.getByRole('menuitem', { name: 'Sign out' }).click()
  await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(desk.page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await expect.poll(() => deviceDatabases(desk.page)).toEqual([])
  expect(await desk.pullStatus()).toBe(401)
})

test('a deleted account is gone from every device', async ({ device, otherBrowser }) => {
  const desk = await device('Desk')
  const phone = await device('Phone', await otherBrowser())
  await desk.write('a secret')
  await phone.sees(['a secret'])
  const settings = await openAccount(desk.page)
  await settings.getByRole('button', { name: 'Delete the account' }).click()
  const form = settings.getByRole('region', { name: 'Delete the account' })
  await form.getByLabel('Your password').fill(PASSWORD)
  await form.getByRole('button', { name: 'Delete for good' }).click()
  for (const { page } of [desk, phone]) {
    await expect(page.getByRole('heading', { name: 'This device was removed' })).toBeVisible()
    await expect(page.getByText('a secret')).toHaveCount(0)
  }
})
