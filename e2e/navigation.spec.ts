import { asDevice, type Device } from './fixtures/device.ts'
import { receiverChip } from './fixtures/receiver.ts'
import { expect, test } from './fixtures/test.ts'

const go = (device: Device, name: string) =>
  device.page.getByRole('navigation', { name: 'Devices' }).getByRole('link', { name }).click()
const title = (device: Device) => device.page.getByRole('heading', { level: 1 })

test('going to a device shows what it has sent and what was sent to it alone, and aims the composer', async ({
  device,
}) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await phone.write('from the phone')
  await desk.write('to all')
  await desk.write('for the phone', 'Phone')
  await desk.sees(['from the phone', 'to all', 'for the phone'])
  await go(desk, 'Phone')
  await expect(title(desk)).toHaveText('Phone')
  await desk.sees(['from the phone', 'for the phone'])
  await expect(desk.page.getByText('to all')).toHaveCount(0)
  await expect(receiverChip(desk.page)).toHaveAccessibleName('To: Phone')

  await phone.write('and one more')
  await desk.sees(['from the phone', 'for the phone', 'and one more'])
  await phone.write('to the desk', 'Desk')
  await desk.sees(['from the phone', 'for the phone', 'and one more', 'to the desk'])

  await desk.reload()
  await expect(title(desk)).toHaveText('Phone')
  await desk.sees(['from the phone', 'for the phone', 'and one more', 'to the desk'])

  await desk.page.goBack()
  await expect(title(desk)).toHaveText('All devices')
  await desk.sees(['from the phone', 'to all', 'for the phone', 'and one more', 'to the desk'])
  await desk.page.goForward()
  await desk.sees(['from the phone', 'for the phone', 'and one more', 'to the desk'])
  // A message for all is not in the phone's view, so the view that has it comes.
  await desk.write('for everybody')
  await expect(title(desk)).toHaveText('All devices')
  await desk.sees(['from the phone', 'to all', 'for the phone', 'and one more', 'to the desk', 'for everybody'])
})

test('a device of which there is one message in a thousand is found at once, and paged to the beginning', async ({
  device,
  account,
}) => {
  const desk = await device('Desk')
  const [often, seldom] = [await account.script('Often'), await account.script('Seldom')]
  for (let round = 1; round <= 12; round++) {
    await often.seed(999, (round - 1) * 999 + 1)
    await seldom.send([`seldom ${round}`])
  }
  await desk.isLevel(12_000)
  await go(desk, 'Seldom')
  await desk.sees(Array.from({ length: 12 }, (_, i) => `seldom ${i + 1}`))
  await go(desk, 'Often')
  await expect(desk.page.getByText('message 11988', { exact: true })).toBeVisible()
})

test('a device that has sent nothing says so, and what is unread of others stays unread', async ({
  device,
  server,
}) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  const tablet = await asDevice((await device('Tablet')).page, server.url, 'Tablet')
  await desk.page.bringToFront()
  await go(desk, 'Tablet')
  await expect(desk.page.getByRole('heading', { name: 'Nothing from Tablet yet' })).toBeVisible()
  await phone.write('unseen')
  const row = desk.page.locator(`[data-device-id="${await phone.id()}"]`)
  await expect(row).toContainText('1 new')
  await tablet.write('seen')
  await desk.sees(['seen'])
  await desk.page.bringToFront()
  await go(desk, 'All devices')
  await expect(row).not.toContainText('new')
})
