import { expect, test } from './fixtures/test.ts'
import { workerReady } from './fixtures/worker.ts'

test.use({ ownServer: true })

test('without a connection, other devices are shown as they were then, also after a reload', async ({
  device,
  context,
}) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  const { page } = desk
  await workerReady(page)
  await phone.write('hello')
  await desk.sees(['hello'])
  const other = page.locator(`[data-device-id="${await phone.id()}"]`)
  await expect(other).toContainText('Now')
  await expect(other.getByTestId('online')).toBeVisible()
  await expect(other.locator('.tile')).toHaveAttribute('data-state', 'filled')
  await context.setOffline(true)
  for (const step of ['at once', 'after a reload']) {
    await test.step(step, async () => {
      await expect(page.getByText(/^as of \d{1,2}:\d\d$/)).toBeVisible()
      await expect(other).toContainText('Was here')
      await expect(other.getByTestId('online')).toHaveCount(0)
    })
    await page.reload()
    await desk.is('offline')
  }
  await context.setOffline(false)
  await expect(other).toContainText('Now')
  await expect(page.getByText(/^as of/)).toHaveCount(0)
})

test('no inbox is called empty or up to date before its messages are on screen', async ({ account, page, server }) => {
  await (await account.script('Script')).seed(40)
  await page.addInitScript(watchWords)
  await page.goto(server.url)
  await page.getByRole('button', { name: 'Open the inbox' }).click()
  await page.locator('[data-connection]').waitFor()
  await expect(page.locator('[data-version="40"]')).toBeVisible()
  await expect(page.getByText('This device, up to date')).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(globalThis, 'untrue'))).toEqual([])
})

/** Notes each frame that calls the inbox or the list of devices empty, or up to date without a message. */
function watchWords(): void {
  const untrue: string[] = []
  Object.assign(globalThis, { untrue })
  const look = () => {
    const words = document.body?.textContent ?? ''
    for (const lie of ['Nothing here yet', 'Your inbox is ready']) if (words.includes(lie)) untrue.push(lie)
    const panel = document.querySelector('section[aria-label="This device"]')?.textContent ?? ''
    if (panel.includes('up to date') && !document.querySelector('[data-version]')) untrue.push('up to date')
    requestAnimationFrame(look)
  }
  look()
}
