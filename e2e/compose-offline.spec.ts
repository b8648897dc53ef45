import { expect, test } from './fixtures/test.ts'
import { workerReady } from './fixtures/worker.ts'

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

test('a draft survives a reload', async ({ device }) => {
  const desk = await device('Desk')
  const composer = desk.page.getByRole('textbox', { name: 'Message' })
  await composer.fill('half a thou')
  await desk.reload()
  await expect(composer).toHaveValue('half a thou')
})

test('an answer that got lost on the way makes no second message', async ({ device, server }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
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
