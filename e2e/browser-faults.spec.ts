import type { BrowserContext } from 'playwright/test'
import { asDevice } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ ownServer: true })

/** A browser whose `navigator.onLine` says what the test wants, without an event. */
async function lieAboutNetwork(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const says = () => sessionStorage.getItem('test.offline') === null
    Object.defineProperty(Navigator.prototype, 'onLine', { get: says })
  })
}

test('a browser that reports no network by mistake: Check now connects all the same, and it stays so', async ({
  device,
  context,
  server,
}) => {
  await lieAboutNetwork(context)
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await phone.page.evaluate(() => sessionStorage.setItem('test.offline', 'yes'))
  await phone.page.reload()
  await phone.is('offline')
  await phone.page.getByRole('button', { name: 'Check now' }).click()
  await phone.is('live')
  await desk.write('it was a mistake')
  await phone.sees(['it was a mistake'])
  await server.kill()
  await phone.is('waiting')
  await server.start()
  await phone.is('live')
})

test('a tab that missed the event for the network connects when it is shown again', async ({ device, context }) => {
  await lieAboutNetwork(context)
  const phone = await device('Phone')
  await phone.page.evaluate(() => {
    sessionStorage.setItem('test.offline', 'yes')
    dispatchEvent(new Event('offline'))
  })
  await phone.is('offline')
  await phone.page.evaluate(() => {
    sessionStorage.removeItem('test.offline')
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await phone.is('live')
})

test('a database that the browser closes without an event is opened again, and what is typed goes out', async ({
  device,
  context,
}) => {
  await context.addInitScript(() => {
    const opened = new Set<IDBDatabase>()
    const closeDatabases = () => {
      for (const it of opened) it.close()
    }
    Object.assign(globalThis, { closeDatabases })
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...args: [string, number?]) {
      const request = open.apply(this, args)
      request.addEventListener('success', () => opened.add(request.result))
      return request
    }
  })
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await desk.write('before')
  await phone.sees(['before'])
  const closeDatabases = () => phone.page.evaluate(() => Reflect.get(globalThis, 'closeDatabases')())
  await closeDatabases()
  await phone.write('typed into a closed database')
  await desk.sees(['before', 'typed into a closed database'])
  await closeDatabases()
  await desk.write('for a closed database')
  await phone.sees(['before', 'typed into a closed database', 'for a closed database'])
  await expect(phone.page.getByRole('button', { name: 'Reload' })).toHaveCount(0)
  expect(await phone.holdsWhatIsForIt()).toHaveLength(3)
})

test('a browser that offers no database for a while: the page opens once it is looked at again', async ({
  device,
  context,
  server,
}) => {
  await context.addInitScript(() => {
    const { open } = IDBFactory.prototype
    IDBFactory.prototype.open = function (...args: [string, number?]) {
      if (sessionStorage.getItem('test.lost')) throw new DOMException('Connection lost', 'UnknownError')
      return open.apply(this, args)
    }
  })
  const desk = await device('Desk')
  await desk.write('still here')
  await desk.isLevel(1)
  await desk.page.evaluate(() => sessionStorage.setItem('test.lost', 'yes'))
  await desk.page.reload()
  await expect(desk.page.getByRole('heading', { name: 'Roost could not open' })).toBeVisible()
  await desk.page.evaluate(() => {
    sessionStorage.removeItem('test.lost')
    document.dispatchEvent(new Event('visibilitychange'))
  })
  const again = await asDevice(desk.page, server.url, 'Desk')
  await again.sees(['still here'])
})

test('a browser that refuses every lock leaves the tab usable, and the reload works', async ({
  device,
  context,
  server,
}) => {
  const desk = await device('Desk')
  await context.addInitScript(() => {
    Object.assign(globalThis, { lockRequests: 0 })
    LockManager.prototype.request = () => {
      const count = Reflect.get(globalThis, 'lockRequests') + 1
      Object.assign(globalThis, { lockRequests: count })
      // A tab that asks again from inside the rejection would never answer the test.
      return count > 5_000 ? new Promise(() => {}) : Promise.reject(new DOMException('refused', 'AbortError'))
    }
  })
  await desk.page.reload()
  const again = await asDevice(desk.page, server.url, 'Desk')
  await again.write('waits for its connection')
  await again.waits(['waits for its connection'])
  expect(await desk.page.evaluate(() => Reflect.get(globalThis, 'lockRequests'))).toBeLessThan(20)
})
