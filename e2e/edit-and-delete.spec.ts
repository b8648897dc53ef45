import type { Device } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

const message = (it: Device, version: number) => it.page.locator(`[data-version="${version}"]`)
const field = (it: Device) => it.page.getByRole('textbox', { name: 'New text of the message' })

async function edit(it: Device, version: number, text: string): Promise<void> {
  await message(it, version).focus()
  await it.page.keyboard.press('e')
  await field(it).fill(text)
  await field(it).press('Enter')
  await expect(field(it)).toHaveCount(0)
}

async function remove(it: Device, version: number): Promise<void> {
  await message(it, version).focus()
  await it.page.keyboard.press('Delete')
}

test('an edit is on every device, and a text that did not change is none', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await desk.write('firts')
  await sofa.sees(['firts'])
  await edit(sofa, 1, 'first')
  for (const it of [desk, sofa]) {
    await it.sees(['first'])
    await expect(message(it, 1)).toContainText('edited')
  }
  await desk.isLevel(2)
  await edit(desk, 1, 'first')
  await expect(desk.page.getByText('Nothing was changed.')).toBeVisible()
  await desk.write('second')
  await desk.isLevel(3)
})

test('Escape gives up an edit, and an empty text is refused', async ({ device }) => {
  const desk = await device('Desk')
  await desk.write('as it was')
  await desk.isLevel(1)
  await message(desk, 1).focus()
  await desk.page.keyboard.press('e')
  await field(desk).fill('   ')
  await expect(message(desk, 1).getByRole('alert')).toContainText('cannot be empty')
  await field(desk).press('Enter')
  await expect(field(desk)).toBeVisible()
  await field(desk).press('Escape')
  await desk.sees(['as it was'])
  await expect(message(desk, 1)).toBeFocused()
})

test('an edit without a network is shown at once, outlives the tab, and goes out later', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await desk.write('first')
  await sofa.sees(['first'])
  await sofa.workOffline(true)
  await edit(sofa, 1, 'better')
  await sofa.sees(['better'])
  await expect(message(sofa, 1)).toContainText('The edit waits on this device')
  await sofa.reload()
  await sofa.sees(['better'])
  await desk.sees(['first'])
  await sofa.workOffline(false)
  await desk.sees(['better'])
  await expect(message(sofa, 1)).not.toContainText('waits')
})

test('a message that waits is edited before anybody has seen it, and sent once', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await sofa.workOffline(true)
  await sofa.write('to buy: mlik')
  const waiting = sofa.page.locator('[data-state="waiting"]')
  await waiting.focus()
  await sofa.page.keyboard.press('e')
  await field(sofa).fill('to buy: milk')
  await field(sofa).press('Enter')
  await sofa.waits(['to buy: milk'])
  await sofa.workOffline(false)
  await desk.sees(['to buy: milk'])
  expect((await desk.holdsWhatIsForIt()).map((it) => it.kind)).toEqual(['post'])
})

test('of two edits without a network the later one is shown, and details keep both', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await desk.write('dinner at 19:00')
  await sofa.sees(['dinner at 19:00'])
  for (const it of [desk, sofa]) await it.workOffline(true)
  await edit(desk, 1, 'dinner at 19:30')
  await edit(sofa, 1, 'dinner at 20:00')
  await desk.workOffline(false)
  await desk.isLevel(2)
  await sofa.workOffline(false)
  for (const it of [desk, sofa]) {
    await it.isLevel(3)
    await it.sees(['dinner at 20:00'])
    await message(it, 1).focus()
    await it.page.keyboard.press('i')
    const details = it.page.getByRole('dialog', { name: 'Details' })
    await expect(details.getByRole('listitem').filter({ hasText: 'dinner at 19:30' })).toContainText('Desk')
    await expect(details.getByRole('listitem').filter({ hasText: 'dinner at 19:00' })).toBeVisible()
    await it.page.keyboard.press('Escape')
  }
})

test('a delete is hidden at once, and Undo brings it back', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await desk.write('first')
  await sofa.sees(['first'])
  await remove(sofa, 1)
  await expect(message(sofa, 1)).toContainText('Deleted on all of your devices.')
  await message(sofa, 1).getByRole('button', { name: 'Undo' }).click()
  await sofa.sees(['first'])
  await sofa.write('second')
  await desk.sees(['first', 'second'])
  expect((await desk.holdsWhatIsForIt()).map((it) => it.kind)).toEqual(['post', 'post'])
})

test('a delete goes out after ten seconds, though its tab was closed meanwhile', async ({
  device,
  context,
  server,
}) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await desk.write('first')
  await sofa.sees(['first'])
  await remove(sofa, 1)
  await expect(message(sofa, 1)).toContainText('Deleted on all of your devices.')
  await sofa.close()
  await expect(message(desk, 1)).toContainText('first')
  // Where no worker sends for a closed tab, the next tab of the device does.
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByRole('button', { name: /Sofa/ }).click()
  await expect(page.locator('[data-version="1"]')).toContainText('Deleted')
  await expect(message(desk, 1)).toContainText('Deleted', { timeout: 30_000 })
})

test('a message that never left the device is deleted here, and Undo brings it back to its place', async ({
  device,
}) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await sofa.workOffline(true)
  for (const text of ['one', 'two', 'three']) await sofa.write(text)
  await sofa.page.locator('[data-state="waiting"]').filter({ hasText: 'two' }).focus()
  await sofa.page.keyboard.press('Delete')
  await sofa.waits(['one', 'three'])
  await sofa.page.getByRole('button', { name: 'Undo' }).click()
  await sofa.waits(['one', 'two', 'three'])
  await sofa.page.locator('[data-state="waiting"]').filter({ hasText: 'two' }).focus()
  await sofa.page.keyboard.press('Delete')
  await sofa.waits(['one', 'three'])
  await sofa.reload()
  await sofa.workOffline(false)
  await desk.sees(['one', 'three'])
})
