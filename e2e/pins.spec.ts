import type { Account } from './fixtures/account.ts'
import type { Device } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

const pins = (device: Device) => device.page.getByRole('banner').getByRole('listitem')
const message = (device: Device, text: string) => device.page.getByRole('article').filter({ hasText: text })

/** Presses a key at a message. */
async function press(device: Device, text: string, key: string) {
  await message(device, text).focus()
  await device.page.keyboard.press(key)
}

/** The marks that the account holds, in their order. */
async function marksOf(account: Account) {
  const { history } = await account.script('Reader')
  return async () => (await history()).filter((it) => it.kind === 'mark').map((it) => it.content)
}

test('what one device pins stands at the top of every device, has a view of its own, and goes when it is unpinned', async ({
  device,
}) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  const texts = ['Guest Wi-Fi: blackbird-24\nsecond line', 'something else', 'The plan']
  for (const text of texts) await desk.write(text)
  await sofa.sees(texts)
  await press(desk, 'Wi-Fi', 'p')
  await press(sofa, 'The plan', 'p')
  for (const it of [desk, sofa]) await expect(pins(it)).toHaveText(['The plan', 'Guest Wi-Fi: blackbird-24'])

  await sofa.page.getByRole('link', { name: '2 pinned' }).click()
  await expect(sofa.page.getByRole('heading', { level: 1 })).toHaveText('Pinned')
  await sofa.sees(['Guest Wi-Fi: blackbird-24\nsecond line', 'The plan'])
  await press(desk, 'The plan', 'p')
  await sofa.sees(['Guest Wi-Fi: blackbird-24\nsecond line'])
  await press(sofa, 'Wi-Fi', 'p')
  await expect(sofa.page.getByRole('heading', { name: 'Nothing pinned' })).toBeVisible()
  for (const it of [desk, sofa]) await expect(pins(it)).toHaveCount(0)
})

test('a pin leads to its message in the history, however old it is', async ({ device, account }) => {
  const desk = await device('Desk')
  const script = await account.script('Script')
  await script.send(['The door code is 4711'])
  await expect(message(desk, 'door code')).toBeVisible()
  await press(desk, 'door code', 'p')
  await expect(pins(desk)).toHaveText(['The door code is 4711'])
  await script.seed(1_500)
  await expect(message(desk, 'message 1500')).toBeVisible()
  await expect(message(desk, 'door code')).toHaveCount(0)
  await pins(desk).getByRole('link').click()
  await expect(message(desk, 'door code')).toBeInViewport()
  await expect(message(desk, 'message 1').first()).toBeVisible()
})

test('without a network a pin shows at once, outlives a reload, and taps in a row are sent as one', async ({
  device,
  account,
}) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await desk.write('keep this')
  await sofa.sees(['keep this'])
  await desk.workOffline(true)
  for (let n = 0; n < 3; n++) await press(desk, 'keep', 'p')
  await expect(pins(desk)).toHaveText(['keep this'])
  await desk.reload()
  await expect(pins(desk)).toHaveText(['keep this'])
  await expect(pins(sofa)).toHaveCount(0)
  await desk.workOffline(false)
  await expect(pins(sofa)).toHaveText(['keep this'])
  const marks = await marksOf(account)
  expect(await marks()).toEqual(['{"pinned":true}'])
})

test('what is done is one line on every device, and opens at a press', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await desk.write('buy milk\nand bread')
  await sofa.sees(['buy milk\nand bread'])
  await press(desk, 'milk', 'd')
  for (const it of [desk, sofa]) {
    const row = message(it, 'buy milk')
    await expect(row.getByTestId('done')).toHaveText('buy milk')
    await expect(row).not.toContainText('and bread')
    await row.getByRole('button', { name: /^Done/ }).click()
    await expect(row).toContainText('and bread')
    await row.getByRole('button', { name: /^Done/ }).click()
    await expect(row).not.toContainText('and bread')
  }
  await press(sofa, 'milk', 'd')
  for (const it of [desk, sofa]) await expect(message(it, 'milk')).toContainText('and bread')
})
