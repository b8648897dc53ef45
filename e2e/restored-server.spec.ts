import { backUp } from './fixtures/back-up.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ ownServer: true })

test('a server that was restored from a backup is noticed, and what only a device holds is kept', async ({
  device,
  server,
}) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await desk.write('in the backup')
  await phone.isLevel(1)
  const restore = await backUp(server)
  await phone.write('after the backup')
  await desk.isLevel(2)
  await phone.isLevel(2)
  await phone.workOffline(true)
  await server.stop()
  await restore()
  await server.start()
  await desk.isLevel(1)
  // The head overtakes the phone's cursor before it comes back: only the digest can tell.
  await desk.write('after the restore')
  await desk.write('and one more')
  await desk.isLevel(3)
  await phone.workOffline(false)
  await phone.isLevel(4)
  await desk.isLevel(4)
  for (const it of [desk, phone]) {
    // The message that only the phone held is given back, in its new place.
    const texts = ['in the backup', 'after the restore', 'and one more', 'after the backup']
    await it.sees(texts)
    expect((await it.holdsWhatIsForIt()).map((message) => message.content)).toEqual(texts)
  }
})
