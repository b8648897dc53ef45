import { asDevice } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'
import { workerReady } from './fixtures/worker.ts'

const texts = Array.from({ length: 8 }, (_, i) => `written in the tunnel, ${i + 1}`)

test('a tab closed with a full outbox: the worker sends it when the network is back', {
  tag: '@background-sync',
}, async ({ device, account, otherBrowser }) => {
  const other = await otherBrowser()
  const phone = await device('Phone', other)
  await workerReady(phone.page)
  const script = await account.script('Script')
  await other.setOffline(true)
  for (const text of texts) await phone.write(text)
  await phone.waits(texts)
  await phone.close()
  expect(await script.history()).toEqual([])
  await other.setOffline(false)
  await expect.poll(async () => (await script.history()).map((it) => it.content)).toEqual(texts)
})

test('an offline tab that is closed beside others that are online leaves its outbox to the worker', {
  tag: '@devtools',
}, async ({ device }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await workerReady(phone.page)
  await phone.goOffline()
  await phone.write('the last words')
  await phone.waits(['the last words'])
  await phone.close()
  await desk.sees(['the last words'])
  expect(await desk.holdsWhatIsForIt()).toHaveLength(1)
})

test('a tab closed with a full outbox: everything goes out once when it is opened again', async ({
  device,
  account,
  otherBrowser,
}) => {
  const other = await otherBrowser()
  const phone = await device('Phone', other)
  await workerReady(phone.page)
  const script = await account.script('Script')
  const url = phone.page.url()
  await other.setOffline(true)
  for (const text of texts) await phone.write(text)
  await phone.waits(texts)
  const page = await other.newPage()
  await phone.close()
  expect(await script.history()).toEqual([])
  await other.setOffline(false)
  await page.goto(url)
  const again = await asDevice(page, url, 'Phone')
  await again.sees(texts)
  expect((await script.history()).map((it) => it.content)).toEqual(texts)
})
