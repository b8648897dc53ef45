import { expect, test } from './fixtures/test.ts'

test('a screen that throws becomes a sentence and a button that brings it back', async ({ device, context }) => {
  const refusals: string[] = []
  context.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) refusals.push(line.text())
  })
  // The composer asks this of every browser before it is drawn.
  await context.addInitScript(() => {
    const supports = CSS.supports.bind(CSS)
    CSS.supports = (...args: [string, string?]) => {
      if (localStorage.getItem('broken') && args[0] === 'field-sizing') throw new Error('broken on purpose')
      return (supports as (...all: unknown[]) => boolean)(...args)
    }
  })
  const desk = await device('Desk')
  await desk.write('still here')
  await desk.sees(['still here'])

  await desk.page.evaluate(() => localStorage.setItem('broken', 'yes'))
  await desk.page.reload()
  await expect(desk.page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible()
  await expect(desk.page.getByText('Nothing is lost.')).toBeVisible()
  expect(refusals).toEqual([])

  await desk.page.evaluate(() => localStorage.removeItem('broken'))
  await desk.page.getByRole('button', { name: 'Reload' }).click()
  await desk.sees(['still here'])
})

test('a message that cannot be drawn costs its own row only', async ({ device, account, context }) => {
  await context.addInitScript(() => {
    const { toISOString } = Date.prototype
    Date.prototype.toISOString = function (this: Date) {
      if (document.title.includes('Broken')) throw new Error('broken on purpose')
      return toISOString.call(this)
    }
  })
  const desk = await device('Broken desk')
  await (await account.script('Script')).send(['first', 'second'])
  await desk.isLevel(2)
  await expect(desk.page.getByText('This message cannot be shown here.').first()).toBeVisible()
  await desk.page.getByRole('textbox', { name: 'Message' }).fill('still writing')
})
