import { expect, test } from './fixtures/test.ts'

test('a mother that was restored from a backup is noticed, and what only a device holds is kept', async ({
  device,
  mother,
}) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await desk.write('in the backup')
  await phone.isLevel(1)
  await mother.stop()
  await mother.backup()
  await mother.start()
  await desk.isLevel(1)
  await desk.write('after the backup')
  await phone.isLevel(2)
  await phone.workOffline(true)
  await mother.stop()
  await mother.restore()
  await mother.start()
  await desk.isLevel(1)
  // The head overtakes the phone's cursor before it comes back: only the digest can tell.
  await desk.write('after the restore')
  await desk.write('and one more')
  await phone.workOffline(false)
  await phone.isLevel(3)
  for (const it of [desk, phone]) {
    await it.sees(['in the backup', 'after the backup', 'after the restore', 'and one more'])
    const holds = await it.holdsWhatIsForIt()
    expect(holds.map((message) => message.content)).toEqual(['in the backup', 'after the restore', 'and one more'])
  }
})
