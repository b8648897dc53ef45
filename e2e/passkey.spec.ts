import type { Page } from 'playwright/test'
import { createAccount } from './fixtures/account.ts'
import { becomeDevice } from './fixtures/device.ts'
import { closeSettings, openSettings, proveIdentity } from './fixtures/settings.ts'
import { expect, test } from './fixtures/test.ts'

// A server that has an account asks its visitors to sign in.
test.use({ ownServer: true })

/** A virtual authenticator with a person who says yes. It needs DevTools' protocol: no other engine has one. */
async function giveAuthenticator(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('WebAuthn.enable')
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a passkey removes another device, and signs in to the account, without the password', async ({
  context,
  server,
}) => {
  // Passkeys belong to a name: browsers refuse them at an IP address.
  const url = server.url.replace('127.0.0.1', 'localhost')
  await (await createAccount(url)).lendSession(context)
  const { page } = await becomeDevice(context, url, 'Desk')
  await becomeDevice(context, url, 'Phone')
  await page.bringToFront()
  await giveAuthenticator(page)
  const settings = await openSettings(page)
  await proveIdentity(settings)
  const passkeys = settings.getByRole('region', { name: 'Passkeys' })
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(passkeys.getByRole('listitem')).toHaveCount(1)
  await closeSettings(settings)

  await page.getByRole('button', { name: 'More about Phone' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('button', { name: 'More about Phone' })).toHaveCount(0)

  await page.getByRole('button', { name: 'More about Desk' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Start over' }).click()
  // The tab of the other device was removed, too: this browser holds none.
  await page.goto(url)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByLabel('Name of this device')).toBeVisible()
})
