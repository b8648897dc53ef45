import { asDevice, type Device } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'
import { freeze } from './fixtures/worker.ts'

/**
 * The browser's own "duplicate tab": the new tab starts with a copy of what the first one remembers. (`window.open` does
 * that, too, but shares the first tab's process, and both would crash or freeze as one.)
 */
async function duplicate(device: Device, url: string): Promise<Device> {
  const remembered = await device.page.evaluate(() => ({ ...sessionStorage }))
  const page = await device.page.context().newPage()
  await page.addInitScript((items: Record<string, string>) => {
    if (sessionStorage.length === 0)
      for (const [key, value] of Object.entries(items)) sessionStorage.setItem(key, value)
  }, remembered)
  await page.goto(url)
  return asDevice(page, url, device.name)
}

test('two tabs of one device show the same, and only one holds the connection', async ({ device, server }) => {
  const [desk, first] = [await device('Desk'), await device('Phone')]
  const second = await duplicate(first, server.url)
  await second.is('following')
  await desk.write('to the phone')
  for (const it of [first, second]) await it.sees(['to the phone'])
  await second.write('from the second tab')
  for (const it of [desk, first, second]) await it.sees(['to the phone', 'from the second tab'])
  await first.close()
  await second.is('live')
  await desk.write('still there?')
  await second.sees(['to the phone', 'from the second tab', 'still there?'])
  expect(await second.holdsWhatIsForIt()).toHaveLength(3)
})

test('a tab that is too busy to answer is replaced within seconds', async ({ device, server }) => {
  const [desk, first] = [await device('Desk'), await device('Phone')]
  const second = await duplicate(first, server.url)
  await second.is('following')
  await first.page.evaluate(() => {
    const work = () => {
      const end = performance.now() + 12_000
      while (performance.now() < end);
    }
    setTimeout(work)
  })
  await desk.write('is anybody awake?')
  await second.is('live')
  await second.sees(['is anybody awake?'])
  await first.is('following')
  await first.sees(['is anybody awake?'])
  expect(await second.holdsWhatIsForIt()).toHaveLength(1)
})

test('a tab that freezes while it holds the connection is replaced within seconds', { tag: '@devtools' }, async ({
  device,
  server,
}) => {
  const [desk, first] = [await device('Desk'), await device('Phone')]
  const second = await duplicate(first, server.url)
  await second.is('following')
  const frozen = await freeze(first.page)
  await desk.write('is anybody awake?')
  await second.is('live')
  await second.sees(['is anybody awake?'])
  await frozen.send('Debugger.resume')
  await first.is('following')
  await first.sees(['is anybody awake?'])
  expect(await second.holdsWhatIsForIt()).toHaveLength(1)
})

test('a tab that crashes while it holds the connection is replaced', { tag: '@devtools' }, async ({
  device,
  server,
}) => {
  const [desk, first] = [await device('Desk'), await device('Phone')]
  const second = await duplicate(first, server.url)
  await second.is('following')
  await first.crash()
  await desk.write('who is there?')
  await second.is('live')
  await second.sees(['who is there?'])
})
