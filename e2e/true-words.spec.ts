import type { Page } from 'playwright/test'
import { removeDevice } from './fixtures/remove-device.ts'
import { expect, test } from './fixtures/test.ts'
import { chooseForThisDevice } from './fixtures/this-device.ts'

test.use({ ownServer: true })

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' })

test('"Jump to latest" is not shown at the end of the list, however tall it grows', async ({ device, account }) => {
  const desk = await device('Desk')
  const { page } = desk
  await (await account.script('Script')).seed(60)
  await desk.isLevel(60)
  await expect(page.locator('[data-version="60"]')).toBeVisible()
  const jump = page.getByRole('button', { name: /latest|below/ })
  await page.evaluate(() => {
    const seen = { jump: false }
    Object.assign(globalThis, { seen })
    new MutationObserver(() => {
      if (document.body.textContent?.includes('Jump to latest')) seen.jump = true
    }).observe(document.body, { childList: true, subtree: true })
  })
  for (let time = 0; time < 3; time++) {
    await composer(page).fill('line\n'.repeat(12))
    await composer(page).fill('')
    await page.setViewportSize({ width: 1280, height: 500 })
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  await expect(page.locator('[data-version="60"]')).toBeVisible()
  await expect(jump).toHaveCount(0)
  expect(await page.evaluate(() => Reflect.get(globalThis, 'seen').jump)).toBe(false)
})

test('in forced colours tiles, dots, the chosen place and the edges of code can be seen', {
  tag: '@devtools',
}, async ({ device }) => {
  const desk = await device('Desk')
  await device('Phone')
  const { page } = desk
  await desk.write('```\ncode\n```')
  await expect(page.locator('.block-surface')).toBeVisible()
  await page.emulateMedia({ forcedColors: 'active' })
  const style = (selector: string, property: string, pseudo?: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((it, [name, part]) => getComputedStyle(it, part).getPropertyValue(name ?? ''), [
        property,
        pseudo,
      ] as const)
  const ground = await style('body', 'background-color')
  expect(await style('.block-surface', 'border-top-style')).toBe('solid')
  expect(await style('.dot', 'background-color')).not.toBe(ground)
  expect(await style('.nav-item[data-chosen]', 'outline-style')).toBe('solid')
  const own = '[aria-label="This device"] .tile'
  expect(await style(own, 'border-top-style')).toBe('solid')
  await desk.workOffline(true)
  await desk.is('switchedOff')
  await expect.poll(() => style(own, 'border-top-style')).toBe('dashed')
})

test('the focus stays near a device that is removed, and near a message that is deleted', async ({ device }) => {
  const desk = await device('Desk')
  const { page } = desk
  await device('Phone')
  await device('Tablet')
  await removeDevice(page, 'Phone')
  await expect(page.getByRole('button', { name: 'More about Phone' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Tablet' })).toBeFocused()
  await removeDevice(page, 'Tablet')
  await expect(page.getByRole('button', { name: 'More about Tablet' })).toHaveCount(0)
  await expect(page.locator('body')).not.toBeFocused()
})

test('"Check now" says that it failed, and why', async ({ device, server }) => {
  const desk = await device('Desk')
  await desk.is('live')
  await server.kill()
  await desk.is('waiting')
  await chooseForThisDevice(desk.page, 'Check now')
  await expect(desk.page.getByText(/^Checked at .*, without success\. /)).toBeVisible()
  await server.start()
  await chooseForThisDevice(desk.page, 'Check now')
  await expect(desk.page.getByText(/^Checked at .*\. You have everything\.$/)).toBeVisible()
})

test('an empty new name is not dropped in silence', async ({ device }) => {
  const { page } = await device('Desk')
  await page.getByRole('button', { name: 'More about Desk' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  const field = page.getByRole('textbox', { name: 'New name for Desk' })
  for (const empty of ['', '   ', '\u200b', '\u2800']) {
    await field.fill(empty)
    await field.press('Enter')
    await expect(page.getByText('A device needs a name.')).toBeVisible()
  }
  await field.fill('Table')
  await expect(page.getByText('A device needs a name.')).toHaveCount(0)
  await field.press('Enter')
  await expect(page.getByRole('button', { name: 'More about Table' })).toBeVisible()
})

test('half an emoji is answered in words for people', async ({ device }) => {
  const desk = await device('Desk')
  await composer(desk.page).evaluate((it: HTMLTextAreaElement) => {
    it.focus()
    document.execCommand('insertText', false, 'half \ud83d')
  })
  await composer(desk.page).press('Enter')
  await expect(desk.page.getByTestId('inbox').getByRole('alert')).toContainText('half an emoji')
  await expect(composer(desk.page)).toHaveValue('half \ud83d')
  expect(await desk.page.locator('[data-message-id]').count()).toBe(0)
})

test('a pasted or dropped file goes into the composer, and the browser stays on the page', async ({ device }) => {
  const desk = await device('Desk')
  const { page } = desk
  const give = (type: 'paste' | 'drop' | 'dragover', selector: string) =>
    page.locator(selector).evaluate((it, name) => {
      const data = new DataTransfer()
      data.items.add(new File(['content'], 'plan.pdf', { type: 'application/pdf' }))
      const init = { bubbles: true, cancelable: true }
      const event =
        name === 'paste'
          ? new ClipboardEvent(name, { ...init, clipboardData: data })
          : new DragEvent(name, { ...init, dataTransfer: data })
      // The browser's own answer, such as opening the file, follows unless the page has prevented it.
      return !it.dispatchEvent(event)
    }, type)
  const chosen = page.getByRole('list', { name: 'Files to send' }).getByRole('listitem')
  // The page loads its guards after its first picture.
  await expect.poll(() => give('dragover', 'body')).toBe(true)
  await expect(page.getByRole('button', { name: 'Add files' })).toBeVisible()
  let count = 0
  for (const selector of ['textarea', 'body']) {
    for (const type of ['paste', 'drop'] as const) {
      expect(await give('dragover', selector)).toBe(true)
      expect(await give(type, selector)).toBe(true)
      await expect(chosen).toHaveCount(++count)
    }
  }
  await expect(chosen.first()).toContainText('plan.pdf')
})
