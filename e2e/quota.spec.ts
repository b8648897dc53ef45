import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { becomeDevice } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'
import { chooseForThisDevice } from './fixtures/this-device.ts'

test('a browser without room acknowledges nothing, loses nothing, and says so', { tag: '@devtools' }, async ({
  account,
  server,
  playwright,
  launchOptions,
}) => {
  // A browser that keeps its data on disk: one that keeps it in memory counts none of it.
  const folder = await mkdtemp(join(tmpdir(), 'roost-e2e-profile-'))
  const context = await playwright.chromium.launchPersistentContext(folder, launchOptions)
  try {
    await account.lendSession(context)
    // From the start: the browser asks for what is left only now and then. The app itself takes a third of this.
    const origin = server.url
    const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()))
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 12_000_000 })
    const phone = await becomeDevice(context, server.url, 'Phone')
    const script = await account.script('Script')
    await script.send(['there was room'])
    await phone.sees(['there was room'])
    await phone.workOffline(true)
    await phone.write('waits here')
    await phone.waits(['waits here'])

    // More than there is room for, of which a pull brings 4 MiB at a time; random, because the browser compresses.
    const noise = () => randomBytes(45_000).toString('base64')
    for (let n = 0; n < 4; n++) await script.send(Array.from({ length: 100 }, noise))
    await phone.workOffline(false)
    const notice = phone.page.getByText('This browser has no room left.')
    await expect(notice).toBeVisible()
    // The tab draws what came before the room ran out in stretches.
    const cursor = async () => Number(await phone.inbox.getAttribute('data-cursor'))
    await expect.poll(async () => (await phone.holds()).length - (await cursor())).toBe(0)
    expect(await cursor()).toBeLessThan(401)

    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await phone.isLevel(402)
    await expect(notice).toBeHidden()
    expect((await phone.holdsWhatIsForIt()).at(-1)?.content).toBe('waits here')
  } finally {
    await context.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a page whose writes are refused for lack of room says so, and goes on once there is some', async ({
  device,
  account,
  context,
}) => {
  await context.addInitScript(() => {
    // The page pulls by itself, because no script of a test reaches the worker.
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === 'pages' && sessionStorage.getItem('test.full')) throw new DOMException('', 'QuotaExceededError')
      return put.apply(this, args)
    }
  })
  const phone = await device('Phone')
  const script = await account.script('Script')
  await script.send(['there was room'])
  await phone.sees(['there was room'])
  await phone.page.evaluate(() => sessionStorage.setItem('test.full', 'yes'))
  await script.send(['no room for this'])
  const notice = phone.page.getByText('This browser has no room left.')
  await expect(notice).toBeVisible()
  expect(await phone.holds()).toHaveLength(1)
  await phone.write('waits here')
  await phone.page.evaluate(() => sessionStorage.removeItem('test.full'))
  await chooseForThisDevice(phone.page, 'Check now')
  await phone.isLevel(3)
  await expect(notice).toBeHidden()
  expect(await phone.holdsWhatIsForIt()).toHaveLength(3)
})
