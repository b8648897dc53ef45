import type { Locator } from 'playwright/test'
import { becomeDevice } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

/** A key of an input method, as browsers report it. Safari ends a composition with `isComposing: false`. */
const composing = (field: Locator, key: string, isComposing: boolean) =>
  field.evaluate(
    (it, press) => {
      const event = new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true })
      Object.defineProperty(event, 'keyCode', { value: 229 })
      it.dispatchEvent(event)
    },
    { key, isComposing },
  )

test('the Enter that ends a composition sends nothing, in Safari either', async ({ device }) => {
  const desk = await device('Desk')
  const composer = desk.page.getByRole('textbox', { name: 'Message' })
  await composer.fill('日本語')
  for (const isComposing of [true, false]) await composing(composer, 'Enter', isComposing)
  await expect(composer).toHaveValue('日本語')
  await composer.press('Enter')
  await desk.sees(['日本語'])
  expect(await desk.page.locator('[data-message-id]').count()).toBe(1)
})

test('Escape during a composition keeps the new name that was typed', async ({ device }) => {
  const desk = await device('Desk')
  const { page } = desk
  await page.getByRole('button', { name: 'More about Desk' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  const field = page.getByRole('textbox', { name: 'New name for Desk' })
  await field.fill('机')
  for (const isComposing of [true, false]) await composing(field, 'Escape', isComposing)
  await expect(field).toHaveValue('机')
  await field.press('Escape')
  await expect(field).toHaveCount(0)
})

test('Ctrl+Enter and Cmd+Enter send, on a tablet with a keyboard too, where Enter begins a new line', async ({
  browser,
  account,
  server,
}) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1024, height: 768 } })
  // A tablet says so by its pointer. Emulated touch alone leaves the mouse in front in some browsers.
  await context.addInitScript(() => {
    const real = window.matchMedia.bind(window)
    window.matchMedia = (query) => real(query.replace('(pointer: coarse)', 'all'))
  })
  await account.lendSession(context)
  const tablet = await becomeDevice(context, server.url, 'Tablet')
  const composer = tablet.page.getByRole('textbox', { name: 'Message' })
  await composer.fill('one')
  await composer.press('Enter')
  await expect(composer).toHaveValue('one\n')
  await composer.press('Control+Enter')
  await tablet.sees(['one\n'])
  await composer.fill('two')
  await composer.press('Meta+Enter')
  await tablet.sees(['one\n', 'two'])
  await context.close()
})
