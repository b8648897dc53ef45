import { expect, test } from './fixtures/test.ts'

test('a tab that goes to another page and back is its device again, and has what it missed', async ({ device }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  const id = await phone.id()
  const locks = () =>
    phone.page.evaluate(async (deviceId) => {
      const { held = [] } = await navigator.locks.query()
      return held.flatMap(({ name = '' }) => (name.endsWith(deviceId) ? [name.split(':')[1]] : [])).sort()
    }, id)
  await phone.is('live')
  await expect.poll(locks).toEqual(['live', 'open'])
  await phone.page.goto(new URL('/healthz', phone.page.url()).href)
  await expect.poll(locks).toEqual([])
  await desk.write('while the phone was elsewhere')
  await desk.isLevel(1)
  await phone.page.goBack()
  await phone.sees(['while the phone was elsewhere'])
  await expect.poll(locks).toEqual(['live', 'open'])
  await phone.write('back again')
  await desk.sees(['while the phone was elsewhere', 'back again'])
})
