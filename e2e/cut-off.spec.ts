import { createProxy, type TcpProxy } from '../tests/kit/network/proxy.ts'
import type { RestartableServer } from '../tests/kit/server/restartable-server.ts'
import { type Account, createAccount } from './fixtures/account.ts'
import { asDevice, becomeDevice, type Device } from './fixtures/device.ts'
import { createBuiltServer } from './fixtures/server.ts'
import { test as base, expect } from './fixtures/test.ts'

/** The cases of catch-up.spec.ts that need no access to the browser from inside: a proxy stops the catch-up. */
const MANY = 5_000
const PULL = /^GET \/v1\/messages\?/m

const test = base.extend<{ network: TcpProxy; distant: RestartableServer; owner: Account; phone: Device }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that the fixture needs no other.
  network: async ({}, use) => {
    const proxy = await createProxy()
    await use(proxy)
    await proxy.close()
  },
  distant: async ({ network }, use) => {
    const server = await createBuiltServer({ BASE_URL: network.url })
    await server.start()
    network.aimAt(server.url)
    await use(server)
    await server[Symbol.asyncDispose]()
  },
  // It needs the server to run.
  owner: async ({ network, distant: _ }, use) => use(await createAccount(network.url)),
  /** A device that has everything to catch up with, and starts when it is switched on. */
  phone: async ({ owner, network, context }, use) => {
    await owner.lendSession(context)
    const phone = await becomeDevice(context, network.url, 'Phone')
    await phone.isLevel(0)
    await phone.workOffline(true)
    await phone.is('switchedOff')
    await (await owner.script('Script')).seed(MANY)
    await use(phone)
  },
})

/** Lets this many pulls pass, and then stops all answers of the server. */
async function stallAfter(proxy: TcpProxy, pulls: number, begin: () => Promise<void>): Promise<void> {
  const stalled = Promise.withResolvers<void>()
  let seen = 0
  proxy.inspect((chunk, direction) => {
    if (direction === 'up' && PULL.test(chunk.toString('latin1')) && ++seen > pulls) {
      proxy.stall('down')
      stalled.resolve()
    }
    return 'pass'
  })
  await begin()
  await stalled.promise
}

async function isHalfway(phone: Device): Promise<void> {
  const count = async () => (await phone.holds()).length
  await expect.poll(count).toBeGreaterThan(0)
  expect(await count()).toBeLessThan(MANY)
}

test('a catch-up goes on after the server died in its middle', async ({ phone, network, distant }) => {
  await stallAfter(network, 2, () => phone.workOffline(false))
  await isHalfway(phone)
  await distant.kill()
  network.cut()
  network.clear()
  await phone.is('waiting')
  await distant.start()
  await phone.isLevel(MANY)
  expect(await phone.holdsWhatIsForIt()).toHaveLength(MANY)
})

test('a catch-up goes on in a new tab after its tab was closed in the middle', async ({ phone, network, context }) => {
  await stallAfter(network, 2, () => phone.workOffline(false))
  await isHalfway(phone)
  const page = await context.newPage()
  await phone.close()
  network.cut()
  network.clear()
  await page.goto(network.url)
  const again = await asDevice(page, network.url, 'Phone')
  await again.isLevel(MANY)
  expect(await again.holdsWhatIsForIt()).toHaveLength(MANY)
})
