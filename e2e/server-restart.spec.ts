import { expect, test } from './fixtures/test.ts'

test.use({ ownServer: true })

test('what the server has acknowledged outlives SIGKILL', async ({ device, server }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await desk.write('acknowledged')
  await desk.isLevel(1)
  await server.kill()
  await desk.is('waiting')
  await desk.write('written while it was gone')
  await server.start()
  for (const it of [desk, phone]) {
    await it.sees(['acknowledged', 'written while it was gone'])
    expect(await it.holdsWhatIsForIt()).toHaveLength(2)
  }
})

test('a server that is told to stop says goodbye, and everybody comes back by themselves', async ({
  device,
  server,
}) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  expect(await server.stop()).toBe(0)
  for (const it of [desk, phone]) await it.is('waiting')
  await server.start()
  for (const it of [desk, phone]) await it.is('live')
})
