import AxeBuilder from '@axe-core/playwright'
import { PASSWORD } from '../tests/kit/clients/account.ts'
import { openSettings, proveIdentity } from './fixtures/settings.ts'
import { expect, test } from './fixtures/test.ts'

// The account of the test has to be the first of its server.
test.use({ ownServer: true })

test('the first account invites somebody by link, sees how the server does, and removes the guest', async ({
  device,
  browser,
}) => {
  const { page } = await device('Desk')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const settings = await openSettings(page, 'Administration')
  await proveIdentity(settings)
  const part = (name: string) => settings.getByRole('region', { name })
  const accounts = part('Accounts').getByRole('listitem')
  await expect(accounts).toHaveCount(1)
  await expect(accounts).toContainText('1 device, 0 messages')
  await part('Invitations').getByRole('button', { name: 'Make a link' }).click()
  const link = await settings.getByTestId('invitation-link').textContent()
  await part('Health').getByRole('button', { name: 'Look now' }).click()
  await part('Backup').getByRole('button', { name: 'Back up now' }).click()
  await expect(part('Backup').getByRole('status')).toContainText('from-settings')
  await expect(part('Health').getByRole('listitem').first()).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  const context = await browser.newContext()
  const guest = await context.newPage()
  await guest.goto(link ?? '')
  await guest.getByLabel('E-mail').fill('guest@roost.test')
  await guest.getByLabel('Password').fill(PASSWORD)
  await guest.getByRole('button', { name: 'Create account' }).click()
  await guest.getByRole('button', { name: 'Open the inbox' }).click()
  await guest.locator('[data-connection="live"]').waitFor()
  expect(new URL(guest.url()).hash).toBe('')

  // The page shows the server as it was when it last looked.
  await part('Invitations').getByRole('button', { name: 'Make a link' }).click()
  await expect(accounts).toHaveCount(2)
  await accounts.getByRole('button', { name: 'Remove guest@roost.test' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove for good' }).click()
  await expect(accounts).toHaveCount(1)
  await expect(guest.getByRole('heading', { name: 'This device was removed' })).toBeVisible()
  await context.close()
})
