import { asDevice } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'
import { workerReady } from './fixtures/worker.ts'

test('three devices that were away over different spans each end with exactly what was for them', async ({
  device,
  otherBrowser,
}) => {
  const desk = await device('Desk')
  const elsewhere = async (name: string) => device(name, await otherBrowser())
  const away = [await elsewhere('Phone'), await elsewhere('Tablet'), await elsewhere('Laptop')] as const
  const [phone, tablet, laptop] = away

  await desk.write('everybody is here')
  for (const it of away) await it.sees(['everybody is here'])
  await phone.goOffline()
  await desk.write('the phone is away')
  await desk.write('for the phone alone', 'Phone')
  await tablet.goOffline()
  await desk.write('phone and tablet are away')
  await laptop.goOffline()
  await desk.write('for the tablet alone', 'Tablet')
  await desk.write('all three are away')
  await phone.goOnline()
  await phone.isLevel(6)
  await desk.write('for the laptop alone', 'Laptop')
  await tablet.goOnline()
  await desk.write('only the laptop is away')
  await laptop.goOnline()

  const contents: Record<string, string[]> = {}
  for (const it of [desk, ...away]) {
    await it.isLevel(8)
    contents[it.name] = (await it.holdsWhatIsForIt()).map((message) => message.content)
  }
  const common = ['everybody is here', 'the phone is away', 'phone and tablet are away', 'all three are away']
  const last = 'only the laptop is away'
  expect(contents.Phone).toEqual([common[0], common[1], 'for the phone alone', common[2], common[3], last])
  expect(contents.Tablet).toEqual([...common.slice(0, 3), 'for the tablet alone', common[3], last])
  expect(contents.Laptop).toEqual([...common, 'for the laptop alone', last])
  expect(contents.Desk).toHaveLength(8)
})

test('a tab that is offline holds nothing new, although its service worker is online', { tag: '@devtools' }, async ({
  device,
}) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await phone.goOffline()
  await phone.is('offline')
  await desk.write('not yet for the phone')
  await desk.isLevel(1)
  const workerIsOnline = await desk.page.evaluate(async () => (await fetch('/readyz')).ok)
  expect(workerIsOnline).toBe(true)
  expect(await phone.holds()).toEqual([])
  await phone.goOnline()
  await phone.sees(['not yet for the phone'])
})

test('the switch in the app takes one device offline, over a reload, too, and back', async ({ device }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await phone.workOffline(true)
  await phone.is('switchedOff')
  await phone.write('written in the tunnel')
  await desk.write('written at the desk')
  await phone.reload()
  await phone.is('switchedOff')
  await phone.waits(['written in the tunnel'])
  expect(await phone.holds()).toEqual([])
  await phone.workOffline(false)
  for (const it of [desk, phone]) await it.sees(['written at the desk', 'written in the tunnel'])
})

test('a device that is switched off stays so while its tab is closed: the worker sends nothing', {
  tag: '@devtools',
}, async ({ device, context }) => {
  const [desk, phone, tablet] = [await device('Desk'), await device('Phone'), await device('Tablet')]
  await workerReady(tablet.page)
  await phone.workOffline(true)
  await phone.is('switchedOff')
  await phone.write('not yet')
  await phone.waits(['not yet'])
  await tablet.goOffline()
  await tablet.write('when the tab is closed')
  await tablet.waits(['when the tab is closed'])
  await phone.close()
  await tablet.close()
  // The worker has looked after the closed tabs of this browser, then.
  await desk.sees(['when the tab is closed'])
  expect(await desk.holdsWhatIsForIt()).toHaveLength(1)

  const page = await context.newPage()
  await page.goto(desk.page.url())
  await page.getByRole('button', { name: /Phone/ }).click()
  const again = await asDevice(page, desk.page.url(), 'Phone')
  await again.is('switchedOff')
  await again.workOffline(false)
  await desk.sees(['when the tab is closed', 'not yet'])
})

test('a whole browser without a network comes back with all of its devices', async ({ device, otherBrowser }) => {
  const desk = await device('Desk')
  const other = await otherBrowser()
  const [phone, tablet] = [await device('Phone', other), await device('Tablet', other)]
  await other.setOffline(true)
  for (const it of [phone, tablet]) await it.is('offline')
  await phone.write('from the phone')
  await tablet.write('from the tablet')
  await desk.write('from the desk')
  await other.setOffline(false)
  for (const it of [desk, phone, tablet]) {
    await it.isLevel(3)
    expect(await it.holdsWhatIsForIt()).toHaveLength(3)
  }
})
