import { hearClipboard } from './fixtures/clipboard.ts'
import { expect, test } from './fixtures/test.ts'

test('everything can be done with messages by the keyboard alone', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  for (const text of ['one', 'two', 'three']) await desk.write(text)
  await sofa.sees(['one', 'two', 'three'])
  const { page } = sofa
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const message = (version: number) => page.locator(`[data-version="${version}"]`)
  const said = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
  const copied = await hearClipboard(page)

  // The list is one Tab stop before the composer, and the arrows walk in it.
  await page.getByRole('textbox', { name: 'Message' }).focus()
  await expect(async () => {
    await press('Shift+Tab')
    await expect(page.getByRole('region', { name: 'Messages' })).toBeFocused({ timeout: 100 })
  }).toPass()
  await press('ArrowUp')
  await expect(message(3)).toBeFocused()
  await press('ArrowUp', 'ArrowUp', 'ArrowUp')
  await expect(message(1)).toBeFocused()
  await press('ArrowDown')
  await expect(message(2)).toBeFocused()

  await press('c')
  await said('Copied')
  expect(await copied()).toBe('two')
  await press('l')
  await said('Link copied.')
  await press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await press('ArrowDown', 'Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(message(2)).toBeFocused()

  await press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await press('e')
  await expect(page.getByRole('textbox', { name: 'New text of the message' })).toBeFocused()
  await page.keyboard.type(' and a half')
  await press('Enter')
  await sofa.sees(['one', 'two and a half', 'three'])
  await expect(message(2)).toBeFocused()

  await press('i')
  await expect(page.getByRole('dialog', { name: 'Details' })).toBeVisible()
  await press('Escape')
  await expect(message(2)).toBeFocused()

  await press('f')
  await expect(page.getByRole('dialog', { name: 'Send again to' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused()
  await press('Tab', 'Enter')
  await said('Sent again to all devices')
  await desk.sees(['one', 'two and a half', 'three', 'two and a half'])
  await expect(message(2)).toBeFocused()

  await press('s', 'Shift+ArrowDown')
  await said('2 selected')
  await press('Escape')
  await expect(page.getByText('2 selected')).toHaveCount(0)

  await press('Delete')
  await expect(message(3)).toContainText('Deleted on all of your devices.')
  await press('Tab')
  await expect(message(3).getByRole('button', { name: 'Undo' })).toBeFocused()
  await press('Enter')
  await expect(message(3)).toContainText('three')

  await message(3).focus()
  await press('Escape')
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
})
