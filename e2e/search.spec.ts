import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { becomeDevice } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'
import { workerReady } from './fixtures/worker.ts'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search everything on this device' })
const hits = (page: Page) => page.locator('[role="option"]').locator('p:has(mark)')

async function look(page: Page, typed: string): Promise<void> {
  if (!(await field(page).isVisible())) await page.keyboard.press('ControlOrMeta+k')
  await field(page).fill(typed)
}

/** The message that the search opened has the focus, in its place in the history. */
const opened = (page: Page, version: number) => expect(page.locator(`[data-version="${version}"]`)).toBeFocused()

test('finds by words, accents, Japanese, Thai and parts of a number, without a network', async ({
  server,
  account,
  otherBrowser,
}) => {
  const context = await otherBrowser()
  const desk = await becomeDevice(context, server.url, 'Desk')
  const script = await account.script('Script')
  await script.seed(1_500)
  await script.send([
    'Viele Grüße aus Köln',
    '山小屋のドアコードは4711です',
    'ขอรหัสประตูหน่อย',
    'Order INV-2026-00421',
    'the Door\ncode',
  ])
  await desk.isLevel(1_505)
  const { page } = desk
  await workerReady(page)
  await desk.goOffline()
  await look(page, 'grusse koln')
  await expect(hits(page)).toHaveText(['Viele Grüße aus Köln'])
  await expect(page.locator('[role="option"]').locator('mark')).toHaveText(['Grüße', 'Köln'])
  await look(page, 'ドアコード')
  await expect(hits(page)).toHaveText(['山小屋のドアコードは4711です'])
  await look(page, 'รหัส')
  await expect(hits(page)).toHaveText(['ขอรหัสประตูหน่อย'])
  await look(page, '0042')
  await expect(hits(page)).toHaveText(['Order INV-2026-00421'])
  await look(page, '"door code"')
  await expect(hits(page)).toHaveCount(1)
  await look(page, '"message 17" from:script -18')
  await expect(hits(page).first()).toHaveText('message 179')
  await look(page, 'message 1 before:2020')
  await expect(page.getByText('Nothing with “message 1 before:2020” on this device.')).toBeVisible()
  await page.getByRole('button', { name: 'Search all dates' }).click()
  await expect(field(page)).toHaveValue('message 1')
  await expect(hits(page).first()).toHaveText('message 1500')
  await look(page, 'before:soon message 1500')
  await expect(page.getByText('“before:soon” has no date. Write it like 2026-10-01, 2026-10 or 2026.')).toBeVisible()
  await expect(hits(page)).toHaveText(['message 1500'])
})

test('finds the new text of an edited message, and no deleted one', async ({ device, account }) => {
  const desk = await device('Desk')
  const { page } = desk
  const script = await account.script('Script')
  await script.seed(1_200)
  const [first, second] = await script.sendItems([
    { content: 'the old wording', receiverDeviceId: 'all' },
    { content: 'a secret', receiverDeviceId: 'all' },
  ])
  if (!first?.ok || !second?.ok) throw new Error('refused')
  await desk.isLevel(1_202)
  await look(page, 'wording')
  await expect(hits(page)).toHaveText(['the old wording'])
  await script.sendItems([
    { kind: 'edit', targetId: first.messageId, content: 'quite another phrase', receiverDeviceId: 'all' },
    { kind: 'delete', targetId: second.messageId, content: '', receiverDeviceId: 'all' },
  ])
  await desk.isLevel(1_204)
  await expect(page.getByText('Nothing with “wording” on this device.')).toBeVisible()
  await look(page, 'secret')
  await expect(page.getByText('Nothing with “secret” on this device.')).toBeVisible()
  await look(page, 'phrase')
  await expect(hits(page)).toHaveText(['quite another phrase'])
})

test('a person finds and opens a message by keyboard alone, 50,000 messages back', async ({ device, account }) => {
  test.slow()
  const desk = await device('Desk')
  const { page } = desk
  const script = await account.script('Script')
  await script.send(['The key is with the neighbours.', 'The door code of the cabin is 4711.', 'Bring the good knife.'])
  await script.seed(50_000)
  await desk.isLevel(50_003)

  await page.getByRole('region', { name: 'Messages' }).focus()
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('door code')
  const option = page.locator('[role="option"]')
  await expect(option).toHaveCount(1)
  await expect(option).toContainText('The key is with the neighbours.')
  await expect(option).toContainText('Bring the good knife.')
  await expect(page.getByRole('status').filter({ hasText: '1 found on this device' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Messages' })).toBeFocused()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('the')
  await expect(option).toHaveCount(3)
  await page.keyboard.press('ArrowDown')
  await expect(option.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await option.nth(1).getAttribute('id')) ?? '-')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveCount(0)
  await opened(page, 2)
  await expect(page.locator('[data-version="1"]')).toBeVisible()
  await expect(page.locator('[data-version="3"]')).toBeVisible()
})

test('a common word shows its newest hits first, and more as the person scrolls', async ({ device, account }) => {
  const desk = await device('Desk')
  const { page } = desk
  await (await account.script('Script')).seed(3_000)
  await desk.isLevel(3_000)
  await look(page, 'message')
  await expect(hits(page).first()).toHaveText('message 3000')
  await expect(page.getByText(/The newest \d+, and there are more/)).toBeVisible()
  const before = await page.locator('[role="option"]').count()
  await page.locator('[role="option"]').last().scrollIntoViewIfNeeded()
  await expect.poll(() => page.locator('[role="option"]').count()).toBeGreaterThan(before)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`the search is accessible, ${colorScheme}, ${width} pixels wide`, async ({ device, account }) => {
      const desk = await device('Desk')
      const { page } = desk
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await (await account.script('Script')).send(['The door code', 'Bring the good knife'])
      await desk.isLevel(2)
      await page.getByRole('button', { name: 'Search', exact: true }).click()
      for (const typed of ['', 'door', 'nothing like it', 'is:blue from:nobody door']) {
        await field(page).fill(typed)
        if (typed === 'door') await expect(hits(page)).toHaveText(['The door code'])
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
      }
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: 'Search', exact: true })).toBeFocused()
    })
  }
}
