import { pathOf } from '../lib/protocol/calls.ts'
import { asDevice } from './fixtures/device.ts'
import { expect, tellWhileClosed, told as test } from './fixtures/push.ts'

test('a closed device is told, and has the message without a network', async ({ device, account, shown, server }) => {
  const phone = await device('Phone')
  const script = await account.script('Script')
  const url = phone.page.url()
  await tellWhileClosed(phone.page)
  await phone.close()

  await script.send(['the door is open'])
  await expect.poll(shown).toEqual([{ title: 'Script', body: 'the door is open', silent: false }])
  await server.stop()
  const page = await phone.page.context().newPage()
  await page.goto(url)
  const again = await asDevice(page, url, 'Phone')
  await again.sees(['the door is open'])
  expect(await again.holds()).toHaveLength(1)
})

test('one notification says how many there are, without a sound in quiet hours, and goes when the inbox opens', async ({
  device,
  account,
  shown,
  context,
}) => {
  const phone = await device('Phone')
  const script = await account.script('Script')
  const url = phone.page.url()
  const settings = await tellWhileClosed(phone.page)
  await settings.getByRole('switch', { name: 'Quiet hours' }).click()
  await settings.getByLabel('From').fill('00:00')
  await settings.getByLabel('To').fill('23:59')
  await phone.close()

  await script.send(['first', 'second', 'third'])
  await expect.poll(shown).toEqual([{ title: '(3) Script', body: 'first\nsecond\nthird', silent: true }])
  const page = await context.newPage()
  await page.goto(url)
  await asDevice(page, url, 'Phone')
  await expect.poll(shown).toEqual([])
})

test('a device that is switched off again is told nothing, and its neighbour in the same browser is', async ({
  device,
  account,
  shown,
}) => {
  const [phone, desk] = [await device('Phone'), await device('Desk')]
  const script = await account.script('Script')
  const settings = await tellWhileClosed(phone.page)
  await tellWhileClosed(desk.page)
  const control = settings.getByRole('switch', { name: 'While Roost is closed' })
  await control.click()
  await expect(control).not.toBeChecked()
  await phone.close()
  await desk.close()

  await script.send(['for the phone'], await phone.id())
  await script.send(['for the desk'], await desk.id())
  await expect.poll(shown).toEqual([{ title: 'Script', body: 'for the desk', silent: false }])
})

test('a subscription that the browser has ended is renewed when the inbox opens', async ({
  device,
  account,
  shown,
  context,
}) => {
  const phone = await device('Phone')
  const script = await account.script('Script')
  const url = phone.page.url()
  await tellWhileClosed(phone.page)
  await phone.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await (await registration.pushManager.getSubscription())?.unsubscribe()
  })
  await phone.close()
  const page = await context.newPage()
  const renewed = page.waitForResponse((it) => it.url().endsWith(pathOf('subscribePush')) && it.ok())
  await page.goto(url)
  await renewed
  await page.close()

  await script.send(['after it'])
  await expect.poll(shown).toEqual([{ title: 'Script', body: 'after it', silent: false }])
})
