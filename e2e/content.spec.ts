import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import type { Device } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

const row = (desk: Device, version: number) => desk.page.locator(`[data-version="${version}"]`)

/** The list without the page around it, whose headings the order is about. */
const content = (page: Page) =>
  new AxeBuilder({ page }).include('[aria-label="Messages"]').disableRules(['heading-order'])

/** Keeps what the page puts into the clipboard, which not every browser lets a test read. */
const watchCopies = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => Object.assign(globalThis, { copied: text }) },
    })
  })
const copied = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'copied'))

test('Markdown is shown as what it means, and its links as where they lead', async ({ device, account }) => {
  const desk = await device('Desk')
  await (await account.script('Script')).send([
    'For **Saturday**:\n- lemons\n- [x] flour `type 550`\n1. first\n2. second\n\n> quoted ~~no~~\n\n[the page](https://example.org/a)',
    '[a](javascript:alert(1)) <img src=x onerror=alert(1)> **b**',
    '2 * 3 * 4, snake_case_name, C:\\dir\\*',
  ])
  await desk.isLevel(3)
  const text = row(desk, 1).getByTestId('text')
  await expect(text.locator('strong')).toHaveText('Saturday')
  await expect(text.locator('ul > li')).toHaveText(['lemons', 'flour type 550'])
  await expect(text.getByRole('img', { name: 'Done' })).toBeVisible()
  await expect(text.locator('ol > li')).toHaveText(['first', 'second'])
  await expect(text.locator('blockquote s')).toHaveText('no')
  const link = text.getByRole('link', { name: 'the page' })
  await expect(link).toHaveAttribute('href', 'https://example.org/a')
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  await expect(text).toContainText('the page (example.org)')

  const raw = row(desk, 2).getByTestId('text')
  await expect(raw.locator('strong')).toHaveText('b')
  await expect(raw.locator('a, img')).toHaveCount(0)
  await expect(raw).toHaveText('[a](javascript:alert(1)) <img src=x onerror=alert(1)> b')
  await expect(row(desk, 3).getByTestId('text')).toHaveText('2 * 3 * 4, snake_case_name, C:\\dir\\*')
})

test('code keeps its lines, has its colours, and is copied as it was written', async ({ device, account }) => {
  const desk = await device('Desk')
  const code = `# the largest folders${' '.repeat(200)}\ndu -xh --max-depth=2 /var | sort -h`
  const script = await account.script('Script')
  await script.send([`To see it:\n\`\`\`sh\n${code}\n\`\`\``])
  await script.sendItems([
    { receiverDeviceId: 'all', contentType: 'text/x-python', content: 'def a(b):\n    return "c"\n' },
  ])
  await desk.isLevel(2)
  await watchCopies(desk.page)
  const block = row(desk, 1).getByRole('group', { name: 'Shell code' })
  await expect(block).toHaveText(code)
  await expect(block.locator('span').first()).toBeVisible()
  await block.focus()
  await desk.page.keyboard.press('ArrowRight')
  await expect.poll(() => block.evaluate((it) => it.scrollLeft)).toBeGreaterThan(0)
  await row(desk, 1).getByRole('button', { name: 'Copy', exact: true }).click()
  expect(await copied(desk.page)).toBe(code)
  await expect(row(desk, 1).getByRole('status')).toHaveText('Copied')

  await row(desk, 2).getByRole('button', { name: 'Copy', exact: true }).click()
  expect(await copied(desk.page)).toBe('def a(b):\n    return "c"\n')
  await expect(row(desk, 2).getByRole('group', { name: 'Python code' })).toBeVisible()
})

test('JSON is one line that unfolds, with every digit as it was written', async ({ device, account }) => {
  const desk = await device('Desk')
  const json = '{"job":"photos","files":41212,"errors":0,"took":"8 min 12 s","id":12345678901234567890,"id":1.10}'
  await (await account.script('Script')).send([json])
  await desk.isLevel(1)
  await watchCopies(desk.page)
  const it = row(desk, 1)
  await expect(it.getByTestId('text')).toHaveText('{ job: "photos", files: 41212, errors: 0, took: "8 min 12 s" …')
  await expect(it.getByText('2 more')).toBeVisible()
  await it.getByRole('button', { name: 'Unfold' }).click()
  await expect(it.getByTestId('text')).toContainText('"id": 12345678901234567890,\n  "id": 1.10')
  await it.getByRole('button', { name: 'Copy', exact: true }).click()
  expect(await copied(desk.page)).toBe(json)
  await it.getByRole('button', { name: 'Fold' }).click()
  await expect(it.getByText('2 more')).toBeVisible()
})

test('a code for once is offered to be copied, emoji alone are large', async ({ device, account }) => {
  const desk = await device('Desk')
  await (await account.script('Script')).send([
    'Your sign-in code. It works for ten minutes.\n418207',
    '👍🏽',
    'ok 👍🏽',
  ])
  await desk.isLevel(3)
  await watchCopies(desk.page)
  await expect(row(desk, 1).getByText('418 207')).toBeVisible()
  await row(desk, 1).getByRole('button', { name: 'Copy code' }).click()
  expect(await copied(desk.page)).toBe('418207')
  const size = (version: number) =>
    row(desk, version)
      .getByTestId('text')
      .evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize))
  expect(await size(2)).toBeGreaterThan(2 * (await size(3)))
})

test('all kinds of content are accessible, light and dark', async ({ device, account }) => {
  const desk = await device('Desk')
  await (await account.script('Script')).send([
    '# A title\n\n**a** *b* ~~c~~ `d` [e](https://example.org)\n- [ ] f\n- [x] g\n\n> h\n\n```diff\n- old\n+ new\n@@ 1 @@\n```',
    '{"a":"text","b":1,"c":null,"d":[1,2],"e":1,"f":2}',
    'const a = 1 // one\nfunction b() {\n  return `x`\n}\n',
    'Your code is 418207',
    '🎉',
    'Call +49 30 901820 on 2026-11-27',
  ])
  await desk.isLevel(6)
  await row(desk, 2).getByRole('button', { name: 'Unfold' }).click()
  await expect(row(desk, 3).locator('code span').first()).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await content(desk.page).analyze()
    expect(violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  }
})

test('a long text in Markdown opens as Markdown, and the last of it is there', async ({ device, account }) => {
  const desk = await device('Desk')
  const section = (n: number) =>
    `## Part ${n}\n\nSome **bold** words and \`code\`:\n\n- one\n- two\n\n\`\`\`js\nconst a = ${n}\n\`\`\`\n\n`
  const text = Array.from({ length: 120 }, (_, n) => section(n)).join('')
  const data = JSON.stringify(Array.from({ length: 9_000 }, (_, n) => n))
  await (await account.script('Script')).send([text, data])
  await desk.isLevel(2)
  const it = row(desk, 1)
  await it.getByRole('button', { name: /^Show all/ }).click()
  await expect(it.locator('strong').nth(119)).toHaveText('bold')
  await expect(it.getByRole('group', { name: 'JavaScript code' })).toHaveCount(120)
  await it.getByRole('button', { name: 'Show less' }).click()
  await expect(it.getByRole('group', { name: 'JavaScript code' })).not.toHaveCount(120)

  await row(desk, 2).getByRole('button', { name: 'Unfold' }).click()
  await expect.poll(async () => (await row(desk, 2).getByTestId('text').textContent())?.endsWith('8999]')).toBe(true)
})
