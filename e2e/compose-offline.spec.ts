import { expect, test } from './fixtures/test.ts'
import { workerReady } from './fixtures/worker.ts'

test.use({ ownServer: true })

test('what was written offline survives a reload offline, and goes out in order, once', async ({ device, context }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await workerReady(phone.page)
  await context.setOffline(true)
  const texts = ['one', 'two', 'three']
  for (const text of texts) await phone.write(text)
  await phone.waits(texts)
  await phone.reload()
  await phone.waits(texts)
  await phone.write('four')
  await context.setOffline(false)
  await desk.sees([...texts, 'four'])
  await phone.waits([])
  expect((await phone.holdsWhatIsForIt()).map((it) => it.content)).toEqual([...texts, 'four'])
})

test('what was written offline says when it was written, on every screen', async ({ device }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await desk.write('at once')
  await phone.sees(['at once'])
  await phone.workOffline(true)
  await phone.page.clock.setFixedTime(Date.now() - 10 * 60_000)
  await phone.write('in the tunnel')
  await phone.workOffline(false)
  for (const { page, sees } of [desk, phone]) {
    await sees(['at once', 'in the tunnel'])
    await expect(page.locator('[data-version="2"]')).toContainText(/written \d+:\d\d.*, sent \d+:\d\d/)
    await expect(page.locator('[data-version="1"]')).not.toContainText('written')
  }
})

test('a draft survives a reload', async ({ device }) => {
  const desk = await device('Desk')
  const composer = desk.page.getByRole('textbox', { name: 'Message' })
  await composer.fill('half a thou')
  await desk.reload()
  await expect(composer).toHaveValue('half a thou')
})

test('an answer that got lost on the way makes no second message', async ({ device, otherBrowser, server }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone', await otherBrowser())]
  await phone.goOffline()
  await phone.write('said once')
  // The server dies between the sending and the seeing, again and again.
  await phone.goOnline()
  await server.kill()
  await server.start()
  await desk.sees(['said once'])
  expect(await desk.holdsWhatIsForIt()).toHaveLength(1)
  expect(await phone.holdsWhatIsForIt()).toHaveLength(1)
})

test('a time that no clock shows is not shown', async ({ device, account }) => {
  const desk = await device('Desk')
  const script = await account.script('Script')
  await script.sendItems([
    { content: 'from the end of time', receiverDeviceId: 'all', composedAt: Number.MAX_SAFE_INTEGER },
  ])
  await desk.sees(['from the end of time'])
  await expect(desk.page.locator('[data-version="1"]')).not.toContainText('written')
})
