import { asDevice } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ ownServer: true })

test('a first visit: an account in two fields, a name for this tab, and the composer has the focus', async ({
  page,
  server,
}) => {
  await page.goto(server.url)
  await page.getByLabel('E-mail').fill('ada@roost.test')
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Name of this device').fill('Desk')
  await page.getByRole('button', { name: 'Open the inbox' }).click()
  const desk = await asDevice(page, server.url, 'Desk')
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
  await page.keyboard.type('hello')
  await page.keyboard.press('Enter')
  await desk.sees(['hello'])
})

test('a wrong password is said in a sentence, and the right one works', async ({ browser, account, server }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByLabel('E-mail').fill(account.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(/password/i)
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('Name of this device')).toBeVisible()
  await context.close()
})

test('after the first account nobody else can sign up, and the page says so', async ({ browser, account, server }) => {
  expect(account.email).toBeTruthy()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(server.url)
  await expect(page.getByText('takes no new accounts')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create account' })).toHaveCount(0)
  await context.close()
})
