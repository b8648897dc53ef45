import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDevice } from '../../tests/kit/clients/test-device.ts'
import type { RestartableServer } from '../../tests/kit/server/restartable-server.ts'
import { credentialsOf } from '../fixtures/credentials.ts'
import { createBuiltServer } from '../fixtures/server.ts'
import { workerReady } from '../fixtures/worker.ts'
import { openWebKit, startScreen, type WebKit } from './browser.ts'
import { asDevice, becomeDevice, button, click, type Device, fill } from './device.ts'

let screen: Awaited<ReturnType<typeof startScreen>>
let server: RestartableServer
let profile: string
let browser: WebKit

beforeAll(async () => {
  screen = await startScreen()
})
afterAll(() => screen.end())

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'roost-webkit-'))
  server = await createBuiltServer()
  await server.start()
  browser = await openWebKit(profile, screen.display)
})
afterEach(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
})

/** Signs up, as a person does. */
async function firstDevice(name: string): Promise<Device> {
  const tab = await browser.openTab()
  await tab.go(server.url)
  await fill(tab, 'E-mail', 'ada@roost.test')
  await fill(tab, 'Password', 'a long enough password')
  await click(tab, button('Create account'))
  const device = await becomeDevice(tab, server.url, name, 'Open the inbox')
  await device.is('live')
  await workerReady(tab as never)
  return device
}

async function nextDevice(name: string): Promise<Device> {
  const tab = await browser.openTab()
  await tab.go(server.url)
  const device = await becomeDevice(tab, server.url, name, 'New device')
  await device.is('live')
  return device
}

const locksOf = ({ tab, deviceId }: Device) =>
  tab.evaluate(async (id) => {
    const { held = [] } = await navigator.locks.query()
    return held
      .map((it) => it.name ?? '')
      .filter((name) => name.endsWith(id))
      .sort()
  }, deviceId)

test('sign-up, and two devices that show the same', async () => {
  const desk = await firstDevice('Desk')
  const phone = await nextDevice('Phone')
  await phone.write('from the phone')
  await desk.sees(['from the phone'])
  await desk.write('from the desk')
  for (const it of [desk, phone]) {
    await it.sees(['from the phone', 'from the desk'])
    await it.isLevel(2)
  }
})

test('the server is gone and comes back: what both wrote meanwhile arrives, in one order', async () => {
  const desk = await firstDevice('Desk')
  const phone = await nextDevice('Phone')
  await server.kill()
  await desk.is('waiting')
  await desk.write('at the desk')
  await phone.write('on the phone')
  await desk.waits(['at the desk'])
  await server.start()
  await desk.waits([])
  await phone.waits([])
  expect(await desk.isLevel(2)).toEqual(await phone.isLevel(2))
})

test('an inbox can be reloaded, again and again', async () => {
  const desk = await firstDevice('Desk')
  await desk.write('still here')
  for (let time = 0; time < 3; time++) {
    await desk.tab.reload()
    await desk.sees(['still here'])
    await desk.is('live')
  }
})

test('the app starts without a server, takes what is written, and sends it later', async () => {
  const desk = await firstDevice('Desk')
  await desk.write('from better days')
  await desk.isLevel(1)
  await server.stop()
  await desk.tab.reload()
  await desk.sees(['from better days'])
  await desk.write('written in the dark')
  await desk.tab.reload()
  await desk.waits(['written in the dark'])
  await server.start()
  await desk.sees(['from better days', 'written in the dark'])
  await desk.isLevel(2)
})

test('a tab that comes back from the back/forward cache holds its device again', async () => {
  const desk = await firstDevice('Desk')
  const phone = await nextDevice('Phone')
  await phone.tab.evaluate(() => void Object.assign(globalThis, { isSamePage: true }))
  const held = await locksOf(phone)
  expect(held).toHaveLength(2)
  await phone.tab.go(`${server.url}/healthz`)
  await desk.write('while the phone was elsewhere')
  await phone.tab.back()
  await phone.sees(['while the phone was elsewhere'])
  expect(await phone.tab.evaluate(() => Reflect.get(globalThis, 'isSamePage'))).toBe(true)
  await expect.poll(() => locksOf(phone)).toEqual(held)
  await phone.isLevel(1)
})

test('a browser that is killed with a full outbox sends it after the next start', async () => {
  const desk = await firstDevice('Desk')
  await server.stop()
  await desk.is('waiting')
  await desk.write('one')
  await desk.write('two')
  await desk.waits(['one', 'two'])
  await browser.kill()
  browser = await openWebKit(profile, screen.display)
  const tab = await browser.openTab()
  await tab.go(server.url)
  const again = await asDevice(tab, server.url, 'Desk')
  await again.waits(['one', 'two'])
  await server.start()
  await again.sees(['one', 'two'])
  await again.isLevel(2)
})

test('a page that lost its databases is whole again when a person comes back to it', async () => {
  const desk = await firstDevice('Desk')
  await desk.write('before')
  await desk.isLevel(1)
  const outside = openTestDevice(server.url, await credentialsOf(desk.tab as never, 'Desk'))
  // WebDriver loses the page together with the process, so the page looks again by itself, and the server says what it holds.
  await desk.tab.evaluate(() => void setInterval(() => void document.dispatchEvent(new Event('visibilitychange')), 500))
  expect(browser.killDatabases()).toBe(1)
  await outside.send([{ content: 'after' }])
  const stored = async () => (await outside.devices())[0]?.lastReceivedVersion
  await expect.poll(stored, { timeout: 60_000, interval: 200 }).toBe(2)
})
