import { becomeDevice } from './fixtures/device.ts'
import { removeDevice } from './fixtures/remove-device.ts'
import { expect, test } from './fixtures/test.ts'

const nameField = 'Name of this device'

test('a name is suggested that no device of the account has, in another browser too', async ({
  device,
  otherBrowser,
  context,
  server,
}) => {
  const first = await context.newPage()
  await first.goto(server.url)
  const suggested = await first.getByLabel(nameField).inputValue()
  await first.close()
  await device(suggested)

  const here = await context.newPage()
  await here.goto(server.url)
  await expect(here.getByLabel(nameField)).toHaveValue(`${suggested} 2`)
  const there = await (await otherBrowser()).newPage()
  await there.goto(server.url)
  await expect(there.getByLabel(nameField)).toHaveValue(`${suggested} 2`)
})

test('a new tab offers the devices of its browser by their present names, without the removed ones', async ({
  device,
  context,
  otherBrowser,
  server,
}) => {
  const desk = await device('Desk', await otherBrowser())
  const tabs = [await device('Old name'), await device('Gone'), await device('Other')]
  await Promise.all(tabs.map((it) => it.close()))
  await removeDevice(desk.page, 'Gone')
  await desk.page.getByRole('button', { name: 'More about Old name' }).click()
  await desk.page.getByRole('menuitem', { name: 'Rename' }).click()
  await desk.page.getByRole('textbox', { name: 'New name for Old name' }).fill('New name')
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByRole('button', { name: 'More about New name' })).toBeVisible()

  const page = await context.newPage()
  await page.goto(server.url)
  const offered = page.getByRole('region', { name: 'Or go on as' }).getByRole('listitem')
  await expect(offered).toHaveCount(2)
  for (const name of ['New name', 'Other']) await expect(offered.filter({ hasText: name })).toHaveCount(1)
})

test('no two of three devices have the same colour, and each keeps its own', async ({
  device,
  account,
  browser,
  server,
}) => {
  const desk = await device('Desk')
  for (const name of ['One', 'Two', 'Three']) await (await account.script(name)).send([`from ${name}`])
  const colours = () =>
    desk.page.locator('article .tile').evaluateAll((tiles) => tiles.map((it) => getComputedStyle(it).backgroundColor))
  await desk.sees(['from One', 'from Two', 'from Three'])
  // A device that the list does not name yet has no colour of its own.
  await expect(desk.page.getByRole('button', { name: 'More about Three' })).toBeVisible()
  await expect.poll(async () => new Set(await colours()).size).toBe(3)
  const before = await colours()
  await removeDevice(desk.page, 'One')
  await expect(desk.page.getByRole('button', { name: 'More about One' })).toHaveCount(0)
  expect((await colours()).slice(1)).toEqual(before.slice(1))
  const context = await browser.newContext()
  await account.lendSession(context)
  const late = await becomeDevice(context, server.url, 'Late')
  await late.sees(['from One', 'from Two', 'from Three'])
  await context.close()
})
