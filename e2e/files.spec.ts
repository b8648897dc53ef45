import { createHash, randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright/test'
import { pathOfFile } from '../lib/protocol/files.ts'
import { createAccount } from './fixtures/account.ts'
import { credentialsOf } from './fixtures/credentials.ts'
import { becomeDevice } from './fixtures/device.ts'
import { createBuiltServer } from './fixtures/server.ts'
import { expect, test } from './fixtures/test.ts'
import { workerReady } from './fixtures/worker.ts'

const MIB = 1024 * 1024

/** Chooses files as a person does, writes a caption, and sends both. */
async function sendFiles(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[], caption: string) {
  await page.getByTestId('file-input').setInputFiles(files)
  await expect(page.getByRole('list', { name: 'Files to send' }).getByRole('listitem')).toHaveCount(files.length)
  const composer = page.getByRole('textbox', { name: 'Message' })
  await composer.fill(caption)
  await composer.press('Enter')
  await expect(composer).toHaveValue('')
}

/** The hash of the bytes that the page shows as a picture. */
const hashOfPicture = (page: Page) =>
  page
    .getByTestId('picture')
    .getByRole('img')
    .evaluate(async (it: HTMLImageElement) => {
      const bytes = await (await fetch(it.src)).arrayBuffer()
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
    })

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('a picture sent offline arrives byte for byte, and shows offline after a reload', async ({
  device,
  otherBrowser,
}) => {
  const [deskBrowser, phoneBrowser] = [await otherBrowser(), await otherBrowser()]
  const [desk, phone] = [await device('Desk', deskBrowser), await device('Phone', phoneBrowser)]
  const picture = noisePng(800, 600)
  expect(picture.length).toBeGreaterThan(MIB)
  await workerReady(phone.page)

  await desk.goOffline()
  await sendFiles(desk.page, [{ name: 'garden.png', mimeType: 'image/png', buffer: picture }], 'The garden')
  await desk.waits(['The garden'])
  await expect(desk.page.getByTestId('file-status')).toHaveAttribute('data-file-state', 'uploading')
  await desk.reload()
  await desk.waits(['The garden'])
  await desk.goOnline()

  await phone.sees(['The garden'])
  await expect(phone.page.locator('[data-testid="picture"][data-here]')).toBeVisible()
  expect(await hashOfPicture(phone.page)).toBe(sha256(picture))
  // The picture of a sender that has uploaded it says nothing more.
  await expect(desk.page.getByTestId('file-status')).toHaveCount(0)

  await phoneBrowser.setOffline(true)
  await phone.reload()
  const img = phone.page.getByTestId('picture').getByRole('img')
  await expect(img).toHaveAttribute('src', /\/files\//)
  await expect.poll(() => img.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(800)
  await phone.page.getByTestId('picture').click()
  await expect(phone.page.getByRole('dialog', { name: 'garden.png' })).toBeVisible()
  await phone.page.keyboard.press('Escape')
  await expect(phone.page.getByRole('dialog')).toHaveCount(0)
})

test('an upload that is cut off goes on where it was, after its tab was closed', {
  tag: '@background-sync',
}, async ({ device, server, account, otherBrowser }) => {
  const browser = await otherBrowser()
  const desk = await device('Desk', browser)
  const script = await account.script('Script')
  const { token } = await credentialsOf(desk.page, 'Desk')
  await workerReady(desk.page)
  const film = randomBytes(8 * MIB + 123)
  const session = await browser.newCDPSession(desk.page)
  await session.send('Network.enable')
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2 * MIB }
  await session.send('Network.emulateNetworkConditions', slow)
  await sendFiles(desk.page, [{ name: 'film.bin', mimeType: '', buffer: film }], '')
  await expect(desk.page.getByTestId('file-status')).toContainText(/[1-9][\d.]* MB of 8.4 MB on the server/)
  await browser.setOffline(true)
  await desk.close()

  const fileId = (await script.history()).flatMap((it) => it.files ?? [])[0] ?? ''
  const read = () => fetch(`${server.url}${pathOfFile(fileId)}`, { headers: { authorization: `Bearer ${token}` } })
  expect((await read()).status).toBe(409)
  await browser.setOffline(false)
  await expect.poll(async () => (await read()).status, { timeout: 30_000 }).toBe(200)
  expect(Buffer.from(await (await read()).arrayBuffer()).equals(film)).toBe(true)
})

test('a file that is too large says why and keeps its caption, and what lies in the composer can be left out', async ({
  browser,
}) => {
  await using server = await createBuiltServer({ FILE_MAX: '100000' })
  await server.start()
  const context = await browser.newContext()
  await (await createAccount(server.url)).lendSession(context)
  const desk = await becomeDevice(context, server.url, 'Desk')
  const file = {
    name: 'Ünïcode/../<b>.html',
    mimeType: 'text/html',
    buffer: Buffer.alloc(200_000, '<script>x</script>'),
  }
  await desk.page.getByTestId('file-input').setInputFiles([{ ...file, name: 'other.txt' }])
  await desk.page.getByRole('button', { name: 'Leave out other.txt' }).click()
  await sendFiles(desk.page, [file], 'See this page')
  await desk.sees(['See this page'])
  await expect(desk.page.getByTestId('file')).toContainText('larger than this server takes')
  await expect(desk.page.getByTestId('file')).toContainText('<b>.html')
  await context.close()
})

/** A picture that does not compress: a PNG of random pixels. */
function noisePng(width: number, height: number): Buffer {
  const rows = Buffer.concat(
    Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), randomBytes(width * 3)])),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
