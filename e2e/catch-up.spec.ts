import type { Account } from './fixtures/account.ts'
import { asDevice, type Device } from './fixtures/device.ts'
import { holdPulls } from './fixtures/held-pulls.ts'
import { expect, test } from './fixtures/test.ts'
import { stopWorkers, workerReady } from './fixtures/worker.ts'

test.use({ ownServer: true })

const MANY = 5_000

/** A device that has everything to catch up with, and starts when it is switched on. */
async function asleep(device: (name: string) => Promise<Device>, account: Account): Promise<Device> {
  const phone = await device('Phone')
  await workerReady(phone.page)
  await phone.isLevel(0)
  await phone.workOffline(true)
  await phone.is('switchedOff')
  const script = await account.script('Script')
  await script.seed(MANY)
  return phone
}

/** Some of it has arrived, and not all. */
async function isHalfway(phone: Device): Promise<void> {
  const count = async () => (await phone.holds()).length
  await expect.poll(count).toBeGreaterThan(0)
  expect(await count()).toBeLessThan(MANY)
}

test('5,000 missed messages arrive, and the way there is shown', { tag: '@devtools' }, async ({
  device,
  account,
  context,
}) => {
  const phone = await asleep(device, account)
  const pulls = await holdPulls(context, 1)
  await phone.workOffline(false)
  await pulls.held
  await phone.is('catchingUp')
  await expect(phone.page.getByRole('progressbar')).toBeVisible()
  await pulls.release('answer')
  await phone.isLevel(MANY)
  await phone.sees([`message ${MANY - 1}`, `message ${MANY}`])
  expect(await phone.holdsWhatIsForIt()).toHaveLength(MANY)
})

test('a catch-up survives a server that is killed in its middle and started again', { tag: '@devtools' }, async ({
  device,
  account,
  context,
  server,
}) => {
  const phone = await asleep(device, account)
  const pulls = await holdPulls(context, 1)
  await phone.workOffline(false)
  await pulls.held
  await isHalfway(phone)
  await server.kill()
  await pulls.release('lose')
  await phone.is('waiting')
  await server.start()
  await phone.isLevel(MANY)
  expect(await phone.holdsWhatIsForIt()).toHaveLength(MANY)
})

test('a catch-up survives a service worker that is stopped in its middle', { tag: '@devtools' }, async ({
  device,
  account,
  context,
}) => {
  const phone = await asleep(device, account)
  const pulls = await holdPulls(context, 1)
  await phone.workOffline(false)
  await pulls.held
  await isHalfway(phone)
  await stopWorkers(context, phone.page)
  await pulls.release('lose')
  await phone.isLevel(MANY)
  expect(await phone.holdsWhatIsForIt()).toHaveLength(MANY)
})

test('a catch-up survives a tab that crashes in its middle', { tag: '@devtools' }, async ({
  device,
  account,
  context,
  server,
}) => {
  const phone = await asleep(device, account)
  const pulls = await holdPulls(context, 1)
  await phone.workOffline(false)
  await pulls.held
  await isHalfway(phone)
  const page = await context.newPage()
  await phone.crash()
  await pulls.release('lose')
  await page.goto(server.url)
  const again = await asDevice(page, server.url, 'Phone')
  await again.isLevel(MANY)
  expect(await again.holdsWhatIsForIt()).toHaveLength(MANY)
})

test('a catch-up that is cut off by going offline goes on where it was', { tag: '@devtools' }, async ({
  device,
  account,
  context,
}) => {
  const phone = await asleep(device, account)
  const pulls = await holdPulls(context, 1)
  await phone.workOffline(false)
  await pulls.held
  await isHalfway(phone)
  await phone.goOffline()
  await phone.is('offline')
  await pulls.release('lose')
  await isHalfway(phone)
  await phone.goOnline()
  await phone.isLevel(MANY)
  expect(await phone.holdsWhatIsForIt()).toHaveLength(MANY)
})
