import type { Page } from 'playwright/test'
import type { Device } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

/** Whether somebody looks at the tab. A headless browser gives the focus to all of its tabs. */
function look(device: Device, focused: boolean): Promise<void> {
  return device.page.evaluate((has) => {
    document.hasFocus = () => has
    window.dispatchEvent(new Event(has ? 'focus' : 'blur'))
  }, focused)
}

const heading = (page: Page) => page.getByRole('heading', { name: 'While you were away' })
const line = (page: Page) => page.getByRole('separator', { name: 'New from here' })
const list = (page: Page) => page.getByRole('region', { name: 'Messages' })
const below = (page: Page) => list(page).evaluate((it) => Math.round(it.scrollHeight - it.scrollTop - it.clientHeight))
const topOf = async (page: Page) => Math.round((await line(page).boundingBox())?.y ?? Number.NaN)

test('a person who comes back to thousands of messages begins where reading ended', async ({ device, account }) => {
  const desk = await device('Desk')
  const sofa = await device('Sofa')
  await desk.write('the last that was read')
  await sofa.sees(['the last that was read'])
  await expect(sofa.page).toHaveTitle('Sofa – Roost')
  // The desk would read the messages for the sofa, too.
  await look(desk, false)
  const { page } = sofa
  const url = page.url()
  await page.goto('about:blank')
  await (await account.script('Backup')).seed(5_000)
  await desk.write('at the very end')

  await page.goto(url)
  await expect(heading(page)).toBeVisible()
  await expect(page.getByText(/^5,001 messages from 2 devices, since /)).toBeVisible()
  await expect(page.getByRole('link', { name: /Backup\s*5,000/ })).toBeVisible()
  await expect(page.getByText('the last that was read', { exact: true })).toBeInViewport()
  await expect(line(page)).toBeInViewport()
  await expect(page.getByText('message 1', { exact: true })).toBeInViewport()
  await expect(page.getByRole('button', { name: /^4,9\d\d more below/ })).toBeVisible()

  const top = await topOf(page)
  await expect(page).toHaveTitle(/^\(4,?9\d\d\) /)
  await desk.write('one more')
  await sofa.isLevel()
  expect(await topOf(page)).toBe(top)

  await page.keyboard.press('End')
  await expect(page.getByText('one more', { exact: true })).toBeInViewport()
  await expect.poll(() => below(page)).toBeLessThanOrEqual(1)
  await expect(page).toHaveTitle('Sofa – Roost')
  await page.keyboard.press('Home')
  await expect(page.getByText('the last that was read', { exact: true })).toBeInViewport()
})

test('the line stays while it is read, and goes when the person leaves and comes back', async ({ device }) => {
  const desk = await device('Desk')
  const sofa = await device('Sofa')
  await desk.write('read')
  await sofa.sees(['read'])
  await expect(sofa.page).toHaveTitle('Sofa – Roost')
  await sofa.page.clock.install()
  await look(sofa, false)
  await desk.write('new')
  await sofa.sees(['read', 'new'])
  await expect(line(sofa.page)).toBeVisible()
  await expect(heading(sofa.page)).toHaveCount(0)
  await sofa.page.clock.fastForward(120_000)
  await look(sofa, true)
  await expect(heading(sofa.page)).toBeVisible()
  await expect(sofa.page.getByText(/^1 message from 1 device, since /)).toBeVisible()
  await sofa.page.clock.runFor(2_000)
  await expect(sofa.page).toHaveTitle('Sofa – Roost')
  await expect(line(sofa.page)).toBeVisible()
  await look(sofa, false)
  await sofa.page.clock.fastForward(120_000)
  await look(sofa, true)
  await expect(line(sofa.page)).toHaveCount(0)
  await expect(heading(sofa.page)).toHaveCount(0)
})

test('what was read on one device is not new on another that is open', async ({ device }) => {
  const [desk, sofa, phone] = [await device('Desk'), await device('Sofa'), await device('Phone')]
  await desk.write('read by all')
  for (const it of [sofa, phone]) {
    await it.sees(['read by all'])
    await expect(it.page).toHaveTitle(`${it.name} – Roost`)
    await look(it, false)
  }
  await desk.write('new')
  for (const it of [sofa, phone]) {
    await it.sees(['read by all', 'new'])
    await expect(line(it.page)).toBeVisible()
  }
  await look(sofa, true)
  await expect(phone.page).toHaveTitle('Phone – Roost')
  await expect(line(phone.page)).toHaveCount(0)
  await expect(line(sofa.page)).toBeVisible()
})

test('everything can be marked as read at once', async ({ device, account }) => {
  const sofa = await device('Sofa')
  const script = await account.script('Backup')
  await script.send(['read'])
  await sofa.sees(['read'])
  await expect(sofa.page).toHaveTitle('Sofa – Roost')
  await sofa.page.clock.install()
  await look(sofa, false)
  await script.seed(200)
  await sofa.isLevel(201)
  await sofa.page.clock.fastForward(120_000)
  await look(sofa, true)
  await sofa.page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(sofa.page).toHaveTitle('Sofa – Roost')
  await expect(heading(sofa.page)).toHaveCount(0)
})
