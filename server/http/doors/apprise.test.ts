import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFilesContent } from '../../../lib/protocol/file-info.ts'
import { createFileClient } from '../../../tests/kit/clients/files.ts'
import { type DoorServer, startDoorServer } from './testing/door-server.ts'

const isInstalled = spawnSync('apprise', ['--version']).status === 0
const why = isInstalled ? '' : ' (skipped: apprise is not installed; Debian has it as the package apprise)'

describe.skipIf(!isInstalled)(`Apprise, the program itself${why}`, () => {
  let door: DoorServer
  let folder: string

  beforeAll(async () => {
    door = await startDoorServer()
    folder = mkdtempSync(join(tmpdir(), 'roost-apprise-'))
  })
  afterAll(async () => {
    await door[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Ends with 1 when the server refuses. */
  async function notify(address: string, ...args: string[]): Promise<number> {
    const host = `127.0.0.1:${door.server.port}`
    const url = address.replace('HOST', host).replace('TOKEN', door.token)
    try {
      await promisify(execFile)('apprise', ['--disable-async', ...args, url], { env: { ...process.env, HOME: folder } })
      return 0
    } catch (error) {
      return (error as { code: number }).code
    }
  }

  test.each([
    ['gotify://HOST/TOKEN', 'Backup\nis dönë', 'text/plain'],
    ['gotify://HOST/TOKEN?priority=high&format=markdown', '**Backup**\n\nis dönë', 'text/markdown'],
    ['ntfy://any:TOKEN@HOST/all', 'Backup\nis dönë', 'text/plain'],
    [
      'ntfy://any:TOKEN@HOST/nightly?priority=high&tags=warning,disk&click=https://a.example/',
      '⚠️ Backup\nis dönë\nhttps://a.example/\n#nightly #disk',
      'text/plain',
    ],
  ])('%s', async (address, content, type) => {
    expect(await notify(address, '--title', 'Backup', '--body', 'is dönë')).toBe(0)
    expect(await door.said()).toEqual([content, type])
  })

  test('a file comes with its name and its bytes', async () => {
    const path = join(folder, 'report.txt')
    writeFileSync(path, 'all is well')
    const args = ['--title', 'Report', '--body', 'of today', '--attach', path]
    expect(await notify('ntfy://any:TOKEN@HOST/reports', ...args)).toBe(0)
    const message = await door.newest()
    const { text, files = [] } = readFilesContent(message?.contentType ?? '', message?.content ?? '') ?? {}
    expect([text, files]).toMatchObject(['Report\nof today\n#reports', [{ name: 'report.txt', size: 11 }]])
    const read = await createFileClient(door.server.http, door.desk.token).get(files[0]?.fileId ?? '')
    expect(read.text).toBe('all is well')
  })

  test.each(['gotify://HOST/wrong', 'ntfy://any:wrong@HOST/x', 'ntfy://any:TOKEN@HOST/x?delay=1h'])(
    '%s fails, and stores nothing',
    async (address) => {
      const before = await door.newest()
      expect(await notify(address, '--body', 'x')).toBe(1)
      expect(await door.newest()).toEqual(before)
    },
  )
})
