import { expect, test } from './fixtures/test.ts'
import { texts } from './fixtures/texts.ts'

test('texts of every kind reach three devices that were away, byte for byte', async ({ device, account }) => {
  const away = [await device('Phone'), await device('Tablet'), await device('Laptop')]
  for (const it of away) await it.workOffline(true)
  const all = texts(1_200)
  const script = await account.script('Script')
  // In tens and in hundreds, as a user's scripts would.
  for (let start = 0; start < 600; start += 10) await script.send(all.slice(start, start + 10))
  for (let start = 600; start < all.length; start += 300) await script.send(all.slice(start, start + 300))
  for (const it of away) {
    await it.workOffline(false)
    await it.isLevel(all.length)
    expect((await it.holdsWhatIsForIt()).map((message) => message.content)).toEqual(all)
  }
})

test('the timeline shows the end of them, and the way up', async ({ device, account }) => {
  const script = await account.script('Script')
  const all = texts(300)
  await script.send(all)
  const desk = await device('Desk')
  await desk.isLevel(300)
  await desk.sees(all.slice(-3))
  // With unread messages below, the button says how many there are.
  await expect(desk.page).toHaveTitle('Desk – Roost')
  const messages = desk.page.getByRole('region', { name: 'Messages' })
  await messages.focus()
  const first = desk.page.locator('[data-version="1"]')
  await expect(async () => {
    await desk.page.keyboard.press('Home')
    await expect(first).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(first.getByTestId('text')).toHaveText(all[0] ?? '')
  await desk.page.getByRole('button', { name: /latest/i }).click()
  await desk.sees(all.slice(-3))
})
