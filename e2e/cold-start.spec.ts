import { expect, test } from './fixtures/test.ts'
import { workerReady } from './fixtures/worker.ts'

test.use({ ownServer: true })

test('the app starts with the server gone: it shows what it has, and takes what is written', async ({
  device,
  server,
  context,
}) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await desk.write('from better days')
  await phone.sees(['from better days'])
  await workerReady(phone.page)
  await desk.close()
  await server.stop()
  await context.setOffline(true)
  await phone.reload()
  await phone.sees(['from better days'])
  await phone.write('written in the dark')
  await phone.waits(['written in the dark'])
  await server.start()
  await context.setOffline(false)
  await phone.sees(['from better days', 'written in the dark'])
  expect(await phone.holdsWhatIsForIt()).toHaveLength(2)
})

test('every page and file of the app is there without a network', async ({ device, context, server }) => {
  const desk = await device('Desk')
  await workerReady(desk.page)
  await server.stop()
  const page = await context.newPage()
  const failed: string[] = []
  page.on('requestfailed', (request) => failed.push(request.url()))
  for (const [path, field] of [
    ['/', 'Name of this device'],
    ['/pair', 'Code'],
  ] as const) {
    const answer = await page.goto(server.url + path)
    expect(answer?.status()).toBe(200)
    await expect(page.getByLabel(field)).toBeVisible()
  }
  expect(
    failed.filter((url) => !url.includes('/v1/') && !url.includes('/api/') && !url.includes('/socket.io')),
  ).toEqual([])
})
