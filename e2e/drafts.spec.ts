import type { Page } from 'playwright/test'
import { credentialsOf } from './fixtures/credentials.ts'
import { asDevice } from './fixtures/device.ts'
import { receiverChip, writeTo } from './fixtures/receiver.ts'
import { removeDevice } from './fixtures/remove-device.ts'
import { expect, test } from './fixtures/test.ts'
import { tracesOf } from './fixtures/traces.ts'
import { workerReady } from './fixtures/worker.ts'

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' })

test('each receiver has a draft of its own, which outlives the tab', async ({ device, server, context }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await composer(phone.page).fill('half a thought for all')
  await writeTo(phone.page, 'Desk')
  await expect(composer(phone.page)).toHaveValue('')
  await expect(phone.page.getByText('What you wrote to all devices is kept there.')).toBeVisible()
  await composer(phone.page).fill('and one for the desk')
  await phone.close()

  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByRole('button', { name: 'Phone' }).click()
  const again = await asDevice(page, server.url, 'Phone')
  await expect(receiverChip(page)).toHaveAccessibleName('To: Desk')
  await expect(composer(page)).toHaveValue('and one for the desk')
  await writeTo(page, 'All devices')
  await expect(composer(page)).toHaveValue('half a thought for all')

  await composer(page).press('Enter')
  await desk.sees(['half a thought for all'])
  await again.reload()
  await expect(composer(page)).toHaveValue('')
  await writeTo(page, 'Desk')
  await expect(composer(page)).toHaveValue('and one for the desk')
})

test('a text can come along to another receiver', async ({ device }) => {
  const [, phone] = [await device('Desk'), await device('Phone')]
  await composer(phone.page).fill('for whom?')
  await writeTo(phone.page, 'Desk')
  await phone.page.getByRole('button', { name: 'Move it here' }).click()
  await expect(composer(phone.page)).toHaveValue('for whom?')
  await writeTo(phone.page, 'All devices')
  await expect(composer(phone.page)).toHaveValue('')
})

test('a text for a device that was removed goes along to the next receiver', async ({ device }) => {
  const [, phone] = [await device('Desk'), await device('Phone')]
  await writeTo(phone.page, 'Desk')
  await composer(phone.page).fill('too late')
  await removeDevice(phone.page, 'Desk')
  await expect(phone.page.getByText('That device was removed. Choose who gets it.')).toBeVisible()
  await writeTo(phone.page, 'All devices')
  await expect(composer(phone.page)).toHaveValue('too late')
})

test('the draft that an older version kept in the tab is taken over, once', async ({ device }) => {
  const desk = await device('Desk')
  const key = `roost-draft-${await desk.id()}`
  const old = (text: string) =>
    desk.page.evaluate(
      ([name, value]) => sessionStorage.setItem(name ?? '', value ?? ''),
      [key, JSON.stringify({ text, receiver: 'all' })],
    )
  await old('from before')
  await desk.reload()
  await expect(composer(desk.page)).toHaveValue('from before')
  expect(await desk.page.evaluate((name) => sessionStorage.getItem(name), key)).toBeNull()
  await old('from before, again')
  await desk.reload()
  await expect(composer(desk.page)).toHaveValue('from before')
})

test('a device that was removed leaves nothing in any storage of the browser', async ({ device, otherBrowser }) => {
  const desk = await device('Desk')
  const lost = await device('Lost phone', await otherBrowser())
  const { page } = lost
  await workerReady(page)
  const id = await lost.id()
  const { token } = await credentialsOf(page, 'Lost phone')
  const words = [id, token, 'Lost phone', 'plugh']
  await desk.write('plugh from the desk')
  await lost.sees(['plugh from the desk'])
  await writeTo(page, 'Desk')
  await composer(page).fill('half a plugh')
  await page.evaluate((name) => sessionStorage.setItem(name, '{"text":"half a plugh"}'), `roost-draft-${id}`)
  await expect.poll(() => tracesOf(page, ['half a plugh'])).toContain(`roost-device-${id}/meta`)
  await removeDevice(desk.page, 'Lost phone')
  // The person may still be typing.
  await page.keyboard.type(' and more plugh')
  await expect(page.getByRole('heading', { name: 'This device was removed' })).toBeVisible()
  await expect.poll(() => tracesOf(page, words)).toEqual([])
  await page.reload()
  await expect(page.getByLabel('Password')).toBeVisible()
  expect(await tracesOf(page, words)).toEqual([])
})

test('a device whose tabs are all closed leaves nothing either, once the worker learns of the removal', {
  tag: '@background-sync',
}, async ({ device, otherBrowser }) => {
  const desk = await device('Desk')
  const other = await otherBrowser()
  const lost = await device('Lost phone', other)
  await workerReady(lost.page)
  const id = await lost.id()
  const words = [id, (await credentialsOf(lost.page, 'Lost phone')).token, 'Lost phone', 'plugh']
  await composer(lost.page).fill('half a plugh')
  await other.setOffline(true)
  await writeTo(lost.page, 'Desk')
  await lost.write('plugh that waits', 'Desk')
  await lost.waits(['plugh that waits'])
  await lost.close()
  await removeDevice(desk.page, 'Lost phone')
  await other.setOffline(false)
  const page = await other.newPage()
  await page.goto(new URL('/healthz', desk.page.url()).href)
  await expect.poll(() => tracesOf(page, words)).toEqual([])
})

test('what another app shares waits in the composer after what is there, once', async ({ device, server }) => {
  const phone = await device('Phone')
  await composer(phone.page).fill('Read this:')
  await writeTo(phone.page, 'All devices')
  const shared = new URLSearchParams({ 'share-title': 'Soup & bread', 'share-url': 'https://a.example/1?x=1' })
  await phone.page.goto(`${server.url}/?${shared}`)
  const whole = 'Read this:\nSoup & bread\nhttps://a.example/1?x=1'
  await expect(composer(phone.page)).toHaveValue(whole)
  expect(new URL(phone.page.url()).search).toBe('')
  await phone.reload()
  await expect(composer(phone.page)).toHaveValue(whole)
})
