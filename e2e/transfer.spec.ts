import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { BlobReader, TextWriter, ZipReader } from '../app/transfer/zip.ts'
import { createAccount } from './fixtures/account.ts'
import { becomeDevice } from './fixtures/device.ts'
import { createBuiltServer } from './fixtures/server.ts'
import { openSettings } from './fixtures/settings.ts'
import { expect, test } from './fixtures/test.ts'
import { texts } from './fixtures/texts.ts'

test.use({ ownServer: true })

async function exportFrom(page: Page): Promise<string> {
  const settings = await openSettings(page, 'Export and import')
  const download = page.waitForEvent('download')
  await settings.getByRole('button', { name: 'Export', exact: true }).click()
  const file = await (await download).path()
  await expect(settings.getByText('The archive is written')).toBeVisible()
  return file
}

async function filesIn(path: string): Promise<Record<string, string>> {
  const zip = new ZipReader(new BlobReader(new Blob([await readFile(path)])), { checkSignature: true })
  const entries = await zip.getEntries()
  const read = entries.map(async (it) => [it.filename, it.directory ? '' : await it.getData(new TextWriter())] as const)
  return Object.fromEntries(await Promise.all(read))
}

/** Chooses a file, and answers the question about it. */
async function bringIn(page: Page, file: string, answer: RegExp): Promise<void> {
  await page.getByTestId('settings').getByLabel('File to bring in').setInputFiles(file)
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText(answer)
  await question.getByRole('button', { name: 'Bring them in' }).click()
  await expect(page.getByText('All of it is in your inbox')).toBeVisible({ timeout: 60_000 })
}

test('an export holds everything, offline too, and comes into an empty account as it was, once', async ({
  device,
  account,
  browser,
}) => {
  const desk = await device('Desk')
  const script = await account.script('Backup')
  const sent = texts(300)
  await script.send(sent)
  await desk.isLevel(300)
  await desk.goOffline()
  await desk.is('offline')
  const archive = await exportFrom(desk.page)
  const files = await filesIn(archive)
  const lines = (files['messages.ndjson'] ?? '').trimEnd().split('\n')
  expect(lines.map((it) => JSON.parse(it))).toEqual(await desk.holds())
  expect(JSON.parse(files['devices.json'] ?? '').devices).toHaveLength(2)

  // The page to read, in a browser without a network and without a script.
  const reader = await browser.newContext({ javaScriptEnabled: false })
  const page = await reader.newPage()
  await page.setContent(files['index.html'] ?? '')
  await expect(page.locator('article')).toHaveCount(300)
  expect(await page.locator('article .text').nth(1).textContent()).toBe(sent[1])
  await reader.close()

  const elsewhere = await createBuiltServer()
  await elsewhere.start()
  const context = await browser.newContext()
  await (await createAccount(elsewhere.url)).lendSession(context)
  const laptop = await becomeDevice(context, elsewhere.url, 'Laptop')
  await openSettings(laptop.page, 'Export and import')
  await bringIn(laptop.page, archive, /Bring in 300 messages\?/)
  await laptop.isLevel(300)
  const held = await laptop.holds()
  expect(held.map((it) => it.content)).toEqual(sent)
  expect(new Set(held.map((it) => it.contentType))).toEqual(new Set(["text/plain; written-by*=UTF-8''Backup"]))

  await laptop.page.getByLabel('File to bring in').setInputFiles(archive)
  const question = laptop.page.getByRole('alertdialog')
  await expect(question).toContainText('Nothing to bring in')
  await expect(question).toContainText('300 that are here already')
  await question.getByRole('button', { name: 'Close' }).click()
  await context.close()
  await elsewhere[Symbol.asyncDispose]()
})

test('messages of Telegram and Signal come in with their authors and times; a damaged file says where', async ({
  device,
}, info) => {
  const desk = await device('Desk')
  const save = async (name: string, text: string) => {
    const path = info.outputPath(name)
    await writeFile(path, text)
    return path
  }
  const message = (id: number, text: unknown, from = 'Ada') => ({
    ...{ id, type: 'message', date_unixtime: String(1_700_000_000 + id), from, text },
  })
  const telegram = {
    name: 'Ada',
    id: 7,
    messages: [message(1, 'Hello'), message(2, ['See ', { type: 'bold', text: 'this' }], 'Bob'), message(3, '')],
  }
  const signal = { date: '2024-03-05T14:02:00', sender: 'Cem', body: 'From Signal  ', quote: '' }

  const settings = await openSettings(desk.page, 'Export and import')
  await bringIn(
    desk.page,
    await save('result.json', JSON.stringify(telegram)),
    /2 messages\?.*14 November 2023.*1 without text/,
  )
  await bringIn(desk.page, await save('data.json', `${JSON.stringify(signal)}\n`), /1 message\?/)
  await settings
    .getByLabel('File to bring in')
    .setInputFiles(await save('bad.json', `${JSON.stringify(signal)}\n{"date": "20`))
  await expect(settings.getByRole('alert')).toContainText('The fault is in line 2.')
  await desk.isLevel(3)
  expect((await desk.holds()).map((it) => [it.content, it.composedAt])).toEqual([
    ['Hello', 1_700_000_001_000],
    ['See this', 1_700_000_002_000],
    ['From Signal', Date.parse('2024-03-05T14:02:00')],
  ])
  await settings.getByRole('button', { name: 'Inbox' }).click()
  await expect(desk.page.getByText('Written by Cem')).toBeVisible()
})

test('an export of 20,000 messages leaves the page quick, and can be cancelled', async ({ device, account }) => {
  const desk = await device('Desk')
  await (await account.script('Backup')).seed(20_000)
  await desk.isLevel(20_000)
  const { page } = desk
  const settings = await openSettings(page, 'Export and import')
  await expect(settings.getByText('20,000 messages are here')).toBeVisible()
  await settings.getByRole('button', { name: 'Export', exact: true }).click()
  await settings.getByRole('button', { name: 'Cancel' }).click()
  await expect(settings.getByRole('button', { name: 'Export', exact: true })).toBeVisible()

  await page.evaluate(() => {
    const long: number[] = []
    Object.assign(globalThis, { long })
    if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
      new PerformanceObserver((list) => long.push(...list.getEntries().map((it) => it.duration))).observe({
        type: 'longtask',
      })
  })
  const download = page.waitForEvent('download')
  await settings.getByRole('button', { name: 'Export', exact: true }).click()
  const files = await filesIn(await (await download).path())
  expect((files['messages.ndjson'] ?? '').trimEnd().split('\n')).toHaveLength(20_000)
  const long = await page.evaluate(() => (globalThis as unknown as { long: number[] }).long)
  // Each step of the progress draws a bar. A task of the export itself would take seconds.
  expect(Math.max(0, ...long)).toBeLessThan(200)
})

test('an import of 5,000 messages waits without a network, and goes on by itself', async ({ device }, info) => {
  const desk = await device('Desk')
  const messages = Array.from({ length: 5_000 }, (_, id) => ({
    ...{ id, type: 'message', date_unixtime: String(1_700_000_000 + id), from: 'Ada', text: `message ${id}` },
  }))
  const file = info.outputPath('result.json')
  await writeFile(file, JSON.stringify({ name: 'Ada', id: 7, messages }))
  const settings = await openSettings(desk.page, 'Export and import')
  await settings.getByLabel('File to bring in').setInputFiles(file)
  await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Bring them in' }).click()
  await expect(settings.getByRole('progressbar', { name: 'Bringing them in' })).toBeVisible()
  await desk.goOffline()
  await expect(settings.getByText('Waits for the connection')).toBeVisible()
  await desk.goOnline()
  await expect(settings.getByText('All of it is in your inbox')).toBeVisible({ timeout: 90_000 })
  await desk.isLevel(5_000)
  expect((await desk.holds()).map((it) => it.content)).toEqual(messages.map((it) => it.text))
})
