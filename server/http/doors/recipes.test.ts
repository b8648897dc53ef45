import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readFilesContent } from '../../../lib/protocol/file-info.ts'
import { createShell, type Shell, shellBlocks } from '../../../scripts/testing/shell-blocks.ts'
import { type DoorServer, startDoorServer } from './testing/door-server.ts'

const blocks = shellBlocks('docs/doors.md')
const pairs = (block: string) => block.includes('/v1/pairings/claim')
const isApprise = (block: string) => block.startsWith('apprise')

let door: DoorServer
let folder: string
let shell: Shell

beforeAll(async () => {
  door = await startDoorServer()
  const { token } = door.desk
  const offered = await door.server.http('POST', '/v1/pairings', { token, json: { confirm: true, access: 'send' } })
  folder = mkdtempSync(join(tmpdir(), 'roost-doors-'))
  const host = `127.0.0.1:${door.server.port}`
  shell = createShell(
    folder,
    {},
    {
      ...{ 'ABCD-EFGH': offered.json.code, '/tmp/report.csv': join(folder, 'report.csv') },
      ...{ 'https://roost.example': `http://${host}`, 'gotifys://roost.example': `gotify://${host}` },
      'ntfys://me:$token@roost.example': `ntfy://me:$token@${host}`,
    },
  )
})
afterAll(async () => {
  await door[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a block of the page, and returns what was stored. */
async function run(block: string, token = door.token) {
  const { code, said } = await shell.run(block, { token, HOME: folder })
  expect([code, said], block).toEqual([0, expect.any(String)])
  return { said, message: await door.newest() }
}

/** The person at the desk says yes. */
async function admit() {
  const { token } = door.desk
  await vi.waitFor(async () => {
    const { json } = await door.server.http('GET', '/v1/pairings/claims', { token })
    const path = `/v1/pairings/claims/${json.claims[0].claimId}/decide`
    expect((await door.server.http('POST', path, { token, json: { accept: true } })).status).toBe(204)
  })
}

test('the first block brings a token that only sends', async () => {
  const [{ said }] = await Promise.all([run(blocks.find(pairs) ?? ''), admit()])
  const token = said.trim().split('\n').at(-1) ?? ''
  expect((await door.server.http('GET', '/v1/messages', { token })).status).toBe(403)
  expect((await door.server.http('POST', '/message', { token, json: { message: 'x' } })).status).toBe(200)
})

const expected: Record<string, string> = {
  "'title=Backup'": 'Backup\nis done',
  'X-Gotify-Key': '**Backup**\n\nof **web1** is done',
  '/ntfy/backups': 'The backup is done.\n#backups',
  '/ntfy/disk': '⚠️ Disk full\nOnly 3 GB are left.\nhttps://grafana.example/d/disk\n#disk #web1',
  'report.csv': 'The report of today',
}

test.each(blocks.filter((it) => !pairs(it) && !isApprise(it)))('stores what it should: %s', async (block) => {
  const { message } = await run(block)
  const [, text] = Object.entries(expected).find(([words]) => block.includes(words)) ?? []
  const { contentType = '', content = '' } = message ?? {}
  expect(readFilesContent(contentType, content)?.text ?? content).toBe(text)
})

const isInstalled = spawnSync('apprise', ['--version']).status === 0
const why = isInstalled ? '' : ' (skipped: apprise is not installed)'

test.skipIf(!isInstalled).each(blocks.filter(isApprise))(`stores what it should${why}: %s`, async (block) => {
  const { message } = await run(block)
  expect(message?.content).toBe(block.includes('gotifys') ? 'Backup\nis done' : '💾 Backup\nis done\n#backups')
})

test('the page shows a text as it is stored', () => {
  const shown = /^The last one is stored as\n\n```\n([\s\S]*?)\n```$/m.exec(readFileSync('docs/doors.md', 'utf8'))?.[1]
  expect(shown).toBe(expected['/ntfy/disk'])
})
