import { removeDevice } from './fixtures/remove-device.ts'
import { deviceDatabases } from './fixtures/stored-messages.ts'
import { expect, test } from './fixtures/test.ts'

test('a device that is removed loses all it had, at once', async ({ device, otherBrowser }) => {
  const desk = await device('Desk')
  const lost = await device('Lost phone', await otherBrowser())
  await desk.write('a secret')
  await lost.sees(['a secret'])
  await removeDevice(desk.page, 'Lost phone')
  await expect(lost.page.getByRole('heading', { name: 'This device was removed' })).toBeVisible()
  await expect(lost.page.getByText('a secret')).toHaveCount(0)
  await expect.poll(() => lost.holds().catch(() => [])).toEqual([])
  expect(await lost.pullStatus()).toBe(401)
})

test('a device that is removed while it is offline is wiped when it comes back, outbox and all', async ({
  device,
  otherBrowser,
}) => {
  const desk = await device('Desk')
  const lost = await device('Lost phone', await otherBrowser())
  await desk.write('a secret')
  await lost.sees(['a secret'])
  await lost.goOffline()
  await lost.write('never to be sent')
  await removeDevice(desk.page, 'Lost phone')
  await lost.goOnline()
  await expect(lost.page.getByRole('heading', { name: 'This device was removed' })).toBeVisible()
  await expect.poll(() => lost.holds().catch(() => [])).toEqual([])
  await lost.page.getByRole('button', { name: 'Start over' }).click()
  // Nothing of the account is left in this browser either: it takes the password to come back.
  await expect(lost.page.getByLabel('Password')).toBeVisible()
  expect(await deviceDatabases(lost.page)).toEqual([])
  await desk.isLevel(1)
})

test('the messages of a removed device keep its name, also after a reload', async ({ device, otherBrowser }) => {
  const desk = await device('Desk')
  const phone = await device('Old phone', await otherBrowser())
  await phone.write('from the phone')
  await desk.sees(['from the phone'])
  await removeDevice(desk.page, 'Old phone')
  await expect(phone.page.getByRole('heading', { name: 'This device was removed' })).toBeVisible()
  const sender = desk.page.getByRole('article').getByText('Old phone', { exact: true })
  await expect(sender).toBeVisible()
  await desk.page.reload()
  await expect(sender).toBeVisible()
})
