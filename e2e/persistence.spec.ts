import { closeSettings, openSettings } from './fixtures/settings.ts'
import { expect, test } from './fixtures/test.ts'

test('the browser is asked to keep the data once there is something to keep, and its answer is shown', async ({
  device,
  context,
}) => {
  await context.addInitScript(() => {
    const { persist } = StorageManager.prototype
    Object.assign(globalThis, { asked: 0 })
    StorageManager.prototype.persist = function () {
      Object.assign(globalThis, { asked: Reflect.get(globalThis, 'asked') + 1 })
      return persist.call(this)
    }
  })
  const desk = await device('Desk')
  await desk.is('live')
  const asked = () => desk.page.evaluate(() => Reflect.get(globalThis, 'asked'))
  const before = await openSettings(desk.page, 'Storage')
  await expect(before.getByText('may clear this device')).toBeVisible()
  await closeSettings(before)
  expect(await asked()).toBe(0)
  await desk.write('worth keeping')
  await desk.sees(['worth keeping'])
  await expect.poll(asked).toBe(1)
  const kept = await desk.page.evaluate(() => navigator.storage.persisted())
  const after = await openSettings(desk.page, 'Storage')
  await expect(after.getByText(kept ? 'keeps the messages here' : 'may clear this device')).toBeVisible()
  await closeSettings(after)
  await desk.write('and more')
  await desk.sees(['worth keeping', 'and more'])
  expect(await asked()).toBe(1)
})
