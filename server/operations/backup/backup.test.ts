import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { pathOf } from '../../../lib/protocol/calls.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'
import { backUp, defaultFile } from './backup.ts'

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'roost-backup-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

const rowsOf = (file: string, sql: string) => {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}

test('made while the server is written to, it holds a whole history up to some version', async () => {
  await using server = await startServer()
  const device = await server.device(await server.signUp())
  await device.send([{ content: 'before' }])
  let sending = true
  const writing = (async () => {
    while (sending) await device.send([{ content: 'meanwhile' }, { content: 'and on' }])
  })()
  const dir = newDir()
  const files: string[] = []
  for (let n = 0; n < 5; n += 1) {
    files.push(backUp(server.dataDir, join(dir, `${n}.db`)).file)
    // Lets the server run: both are in this process.
    const { head } = await device.pull({ after: 0 })
    while ((await device.pull({ after: 0 })).head < head + 4);
  }
  sending = false
  await writing
  const heads = files.map((file) => {
    const versions = rowsOf(file, 'SELECT version FROM message ORDER BY version').map((it) => it.version)
    expect(rowsOf(file, 'SELECT head FROM log')).toEqual([{ head: versions.length }])
    expect(versions).toEqual(Array.from({ length: versions.length }, (_, i) => i + 1))
    expect(rowsOf(file, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    return versions.length
  })
  expect(heads).toEqual(heads.toSorted((a, b) => a - b))
  expect(heads[0]).toBeLessThan(heads[4] as number)
})

test('what it holds lets nobody in, and is for nobody else on the machine', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const device = await server.device(account)
  await device.send([{ content: 'the message itself' }])
  const { json: offer } = await server.http('POST', pathOf('offerPairing'), { token: device.token })
  const sessions = rowsOf(join(server.dataDir, 'roost.db'), 'SELECT id, token FROM session')
  expect(sessions).toHaveLength(1)
  expect(rowsOf(join(server.dataDir, 'roost.db'), 'SELECT * FROM pairing')).toHaveLength(1)

  const { file, contents } = backUp(server.dataDir, join(newDir(), 'roost.db'))
  expect(contents).toBe('1 message and 1 device of 1 account')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  for (const table of ['session', 'verification', 'pairing']) expect(rowsOf(file, `SELECT * FROM ${table}`)).toEqual([])
  const bytes = readFileSync(file)
  const secrets = [
    ...sessions.flatMap((it) => [it.id as string, it.token as string]),
    ...account.cookie.split(/[=;.%]/).filter((it) => it.length > 20),
    device.token,
    device.token.split('.').at(-1) as string,
    offer.code,
    offer.code.replaceAll('-', ''),
    readFileSync(join(server.dataDir, 'auth-secret'), 'utf8'),
  ]
  for (const secret of secrets) expect(bytes.includes(secret)).toBe(false)
  expect(bytes.includes('the message itself')).toBe(true)
  expect(bytes.includes(device.deviceId)).toBe(true)
})

test('it says what it cannot do, and leaves nothing unfinished', async () => {
  const [empty, dir] = [newDir(), newDir()]
  expect(() => backUp(empty, join(dir, 'a.db'))).toThrow(/^There is nothing to back up: .*roost\.db is not there$/)
  writeFileSync(join(empty, 'roost.db'), 'no database at all'.repeat(1_000))
  expect(() => backUp(empty, join(dir, 'b.db'))).toThrow(/roost\.db could not be backed up: file is not a database$/)
  const taken = join(dir, 'taken.db')
  writeFileSync(taken, 'mine')
  expect(() => backUp(empty, taken)).toThrow(`${taken} is there already`)
  expect(readdirSync(dir)).toEqual(['taken.db'])
})

test('a damaged database makes no backup', async () => {
  const server = await startServer()
  const device = await server.device(await server.signUp())
  await device.send(Array.from({ length: 300 }, (_, n) => ({ content: `${n} ${'x'.repeat(200)}` })))
  const dataDir = newDir()
  backUp(server.dataDir, join(dataDir, 'roost.db'))
  await server[Symbol.asyncDispose]()
  const bytes = readFileSync(join(dataDir, 'roost.db'))
  bytes.fill(0xff, 4096 * 5, 4096 * 12)
  writeFileSync(join(dataDir, 'roost.db'), bytes)
  const target = newDir()
  expect(() => backUp(dataDir, join(target, 'a.db'))).toThrow(/could not be backed up/)
  expect(readdirSync(target)).toEqual([])
})

test('goes to a folder of its own by default, under the time', () => {
  const dir = newDir()
  mkdirSync(join(dir, 'data'))
  expect(defaultFile(join(dir, 'data'), new Date(Date.UTC(2026, 0, 31, 8, 30, 59, 12)))).toBe(
    join(dir, 'data/backups/roost-2026-01-31T08-30-59.012Z.db'),
  )
})
