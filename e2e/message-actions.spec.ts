import AxeBuilder from '@axe-core/playwright'
import { hearClipboard } from './fixtures/clipboard.ts'
import { becomeDevice, type Device } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

const message = (it: Device, version: number) => it.page.locator(`[data-version="${version}"]`)
const menuOf = (it: Device) => it.page.getByRole('menu', { name: /^Actions for the message of/ })

async function isAccessible({ page }: Device): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

test('a right click opens the menu, and Copy gives the text as it was written', async ({ device, account }) => {
  const desk = await device('Desk')
  const text = '**bold** and\n\n    code\t🐦 \n'
  await (await account.script('Script')).send([text])
  await desk.isLevel(1)
  const copied = await hearClipboard(desk.page)
  await message(desk, 1).locator('[data-message-body]').click({ button: 'right' })
  await expect(menuOf(desk)).toBeVisible()
  await isAccessible(desk)
  await menuOf(desk).getByRole('menuitem', { name: 'Copy text' }).click()
  await expect(desk.page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
  expect(await copied()).toBe(text)
  await expect(message(desk, 1)).toBeFocused()
})

test('a long text is copied whole right after it was shown', async ({ device, account }) => {
  const desk = await device('Desk')
  const text = Array.from({ length: 900 }, (_, line) => `line ${line} ${'word '.repeat(9)}`).join('\n')
  const script = await account.script('Script')
  const copied = await hearClipboard(desk.page)
  await script.send([text])
  await message(desk, 1).hover()
  await desk.page.getByRole('toolbar').getByRole('button', { name: 'Copy text' }).click()
  await expect.poll(async () => (await copied()) === text).toBe(true)
})

test('the tools at a message name it, and are there for a mouse and a keyboard', async ({ device }) => {
  const desk = await device('Desk')
  for (const text of ['one', 'two']) await desk.write(text)
  await desk.isLevel(2)
  await message(desk, 1).hover()
  const tools = desk.page.getByRole('toolbar')
  await expect(tools).toHaveAccessibleName('Actions for the message of Desk: one')
  await isAccessible(desk)
  await tools.getByRole('button', { name: 'More' }).click()
  await expect(menuOf(desk)).toBeVisible()
  await desk.page.keyboard.press('Escape')
  await expect(menuOf(desk)).toHaveCount(0)
})

test('a link opens the message in its place, on any device, however long ago it was', async ({ device, account }) => {
  const desk = await device('Desk')
  const script = await account.script('Script')
  await script.send(Array.from({ length: 400 }, (_, n) => `message ${n + 1}`))
  await desk.isLevel(400)
  const copied = await hearClipboard(desk.page)
  await message(desk, 400).focus()
  await desk.page.keyboard.press('l')
  await expect.poll(copied).toMatch(/#m=[0-9a-f-]{36}$/)
  const id = await message(desk, 400).getAttribute('data-message-id')
  const first = (await desk.holds())[9]?.messageId ?? ''
  const link = (await copied()).replace(id ?? '', first)
  const sofa = await device('Sofa')
  await sofa.isLevel(400)
  await sofa.page.evaluate((address) => {
    location.href = address
  }, link)
  const target = sofa.page.locator(`[data-message-id="${first}"]`)
  await expect(target).toBeFocused()
  await expect(target).toBeInViewport()
  await expect(target).toContainText('message 10')
  expect(new URL(sofa.page.url()).hash).toBe('')
})

test('a link to a message that is not here says so', async ({ device }) => {
  const desk = await device('Desk')
  await desk.write('one')
  await desk.isLevel(1)
  await desk.page.evaluate(() => {
    location.hash = '#m=0190f3a0-1111-7000-8000-00000000000a'
  })
  await expect(desk.page.getByText('is not on this device')).toBeVisible()
})

test('a message is sent again to the device that the person chooses', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await desk.write('come here')
  await sofa.sees(['come here'])
  await message(desk, 1).focus()
  await desk.page.keyboard.press('f')
  const dialog = desk.page.getByRole('dialog', { name: 'Send again to' })
  await isAccessible(desk)
  await dialog.getByRole('button', { name: 'Sofa' }).click()
  await sofa.sees(['come here', 'come here'])
  const [, again] = await sofa.holdsWhatIsForIt()
  expect(again?.receiverDeviceId).toBe(await sofa.id())
  await expect(message(desk, 1)).toBeFocused()
})

test('details say who has it, when, and under which version', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await sofa.workOffline(true)
  await desk.write('hello')
  await desk.isLevel(1)
  await message(desk, 1).focus()
  await desk.page.keyboard.press('i')
  const details = desk.page.getByRole('dialog', { name: 'Details' })
  await expect(details.getByRole('listitem').filter({ hasText: 'Sofa' })).toContainText('Not yet')
  await expect(details.getByRole('definition').filter({ hasText: /^1$/ })).toBeVisible()
  await isAccessible(desk)
})

test('several messages are selected, copied in their order, and deleted', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  for (const text of ['one', 'two', 'three', 'four']) await desk.write(text)
  await sofa.sees(['one', 'two', 'three', 'four'])
  const copied = await hearClipboard(sofa.page)
  await message(sofa, 3).focus()
  await sofa.page.keyboard.press('s')
  const bar = sofa.page.getByRole('region', { name: 'Selected messages' })
  await expect(bar).toContainText('1 selected')
  await message(sofa, 1).click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('3 selected')
  await message(sofa, 2).click()
  await expect(bar).toContainText('2 selected')
  await isAccessible(sofa)
  await bar.getByRole('button', { name: 'Copy' }).click()
  await expect.poll(copied).toBe('one\n\nthree')
  await expect(bar).toHaveCount(0)

  await message(sofa, 1).focus()
  await sofa.page.keyboard.press('s')
  await sofa.page.keyboard.press('Shift+ArrowDown')
  await bar.getByRole('button', { name: 'Delete' }).click()
  await expect(sofa.page.getByText('2 messages deleted on all of your devices.')).toBeVisible()
  await sofa.sees(['three', 'four'])
  await desk.sees(['three', 'four'])
})

test('a long press opens the menu as a sheet, with targets for a finger', async ({ browser, account, server }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: false, viewport: { width: 390, height: 780 } })
  await context.addInitScript(() => {
    const real = window.matchMedia.bind(window)
    window.matchMedia = (query) => real(query.replace('(pointer: coarse)', 'all'))
  })
  await account.lendSession(context)
  const phone = await becomeDevice(context, server.url, 'Phone')
  await phone.page.getByRole('textbox', { name: 'Message' }).fill('hello')
  await phone.page.getByRole('button', { name: 'Send' }).click()
  await phone.isLevel(1)
  const body = message(phone, 1).locator('[data-message-body]')
  const point = await body.evaluate((it) => {
    const { left, top } = it.getBoundingClientRect()
    return { clientX: left + 20, clientY: top + 8 }
  })
  await body.dispatchEvent('pointerdown', { pointerType: 'touch', isPrimary: true, bubbles: true, ...point })
  await expect(menuOf(phone)).toBeVisible()
  await body.dispatchEvent('pointerup', { pointerType: 'touch', isPrimary: true, bubbles: true, ...point })
  const box = await menuOf(phone).boundingBox()
  expect([box?.x, box?.width, (box?.y ?? 0) + (box?.height ?? 0)]).toEqual([8, 374, 772])
  await isAccessible(phone)
  await menuOf(phone).getByRole('menuitem', { name: 'Select' }).click()
  await expect(phone.page.getByRole('region', { name: 'Selected messages' })).toContainText('1 selected')
  await context.close()
})
