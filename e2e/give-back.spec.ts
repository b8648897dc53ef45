import { backUp } from './fixtures/back-up.ts'
import { asDevice, type Device } from './fixtures/device.ts'
import { removeDevice } from './fixtures/remove-device.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ ownServer: true })

const beingSentAgain = 'Only on this device. The server lost it when it was restored; it is being sent again.'

const senders = async (device: Device) => (await device.holdsWhatIsForIt()).map((it) => [it.content, it.senderDeviceId])

test('what surviving devices hold is on the restored server again, once, in order, each from its own sender', async ({
  device,
  server,
  otherBrowser,
}) => {
  const desk = await device('Desk')
  const phone = await device('Phone', await otherBrowser())
  await desk.write('in the backup')
  const restore = await backUp(server)
  for (const [writer, text] of [
    [desk, 'd1'],
    [phone, 'p1'],
    [desk, 'd2'],
    [phone, 'p2'],
  ] as const) {
    await writer.write(text)
    await desk.sees([text])
  }
  for (const it of [desk, phone]) await it.isLevel(5)
  await phone.workOffline(true)
  await server.stop()
  await restore()
  await desk.write('written while it was down')
  await desk.reload()
  await server.start()

  await desk.isLevel(4)
  await desk.sees(['in the backup', 'p1', 'p2', 'd1', 'd2', 'written while it was down'])
  await expect(desk.page.locator('article', { hasText: beingSentAgain })).toHaveCount(2)
  await phone.workOffline(false)
  const [deskId, phoneId] = [await desk.id(), await phone.id()]
  for (const it of [desk, phone]) {
    await it.isLevel(6)
    await it.sees(['in the backup', 'd1', 'd2', 'written while it was down', 'p1', 'p2'])
    expect(await senders(it)).toEqual([
      ...['in the backup', 'd1', 'd2', 'written while it was down'].map((text) => [text, deskId]),
      ...['p1', 'p2'].map((text) => [text, phoneId]),
    ])
    await expect(it.page.getByText('Only on this device')).toHaveCount(0)
  }
})

test('what a device sent that is gone is given back by another, in the order in which it was written', async ({
  device,
  server,
  otherBrowser,
}) => {
  const desk = await device('Desk')
  const restore = await backUp(server)
  const lost = await device('Lost phone', await otherBrowser())
  await desk.write('1')
  await lost.sees(['1'])
  await lost.write('2')
  await desk.sees(['1', '2'])
  await desk.write('3', 'Lost phone')
  await desk.write('4')
  await desk.isLevel(4)
  await lost.page.context().close()
  await server.stop()
  await restore()
  await server.start()
  await desk.isLevel(3)
  // The third keeps its place after the messages of the server; the others have moved.
  await desk.sees(['3', '1', '2', '4'])
  const deskId = await desk.id()
  expect(await senders(desk)).toEqual(['1', '2', '4'].map((text) => [text, deskId]))
  await expect(desk.page.locator('article', { hasText: 'the device it was for is gone' })).toContainText('3')
  expect(await desk.page.locator('[data-state="failed"]').count()).toBe(0)
})

test('a device that was removed after the backup stays removed, and what it sent stays', async ({
  device,
  server,
  otherBrowser,
}) => {
  const desk = await device('Desk')
  const lost = await device('Lost phone', await otherBrowser())
  const restore = await backUp(server)
  await lost.write('the last words')
  await desk.sees(['the last words'])
  await lost.goOffline()
  await removeDevice(desk.page, 'Lost phone')
  await expect(desk.page.getByRole('button', { name: 'More about Lost phone' })).toHaveCount(0)
  await server.stop()
  await restore()
  await server.start()
  await desk.isLevel(1)
  await desk.holdsWhatIsForIt()
  await lost.goOnline()
  await expect(lost.page.getByRole('heading', { name: 'This device was removed' })).toBeVisible()
})

test('a device that the backup does not know signs in again and gives back what it held', async ({
  account,
  device,
  server,
  otherBrowser,
}) => {
  const desk = await device('Desk')
  const restore = await backUp(server)
  const late = await device('Late phone', await otherBrowser())
  await late.write('first')
  await late.write('second')
  await late.isLevel(2)
  await desk.workOffline(true)
  await server.stop()
  await restore()
  await server.start()
  await late.is('signedOut')
  await late.write('while signed out')
  await late.page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
  const dialog = late.page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill(account.email)
  await dialog.getByLabel('Password').fill(account.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(late.page.getByText('This device is signed out')).toHaveCount(0)
  const again = await asDevice(late.page, server.url, 'Late phone')
  const texts = ['first', 'second', 'while signed out']
  await again.isLevel(3)
  await again.sees(texts)
  await desk.workOffline(false)
  await desk.isLevel(3)
  expect((await desk.holdsWhatIsForIt()).map((it) => it.content)).toEqual(texts)
  expect(await again.id()).not.toBe(await late.id())
})
