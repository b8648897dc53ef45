import { closeSync, copyFileSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { signUp } from '../../../tests/kit/clients/account.ts'
import { createHttpClient } from '../../../tests/kit/clients/http-client.ts'
import { createTestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServerProcess } from '../../../tests/kit/server/server-process.ts'
import { temporaryFolder } from '../../core/ports/store-contract/kit.ts'
import { backUp } from '../../operations/backup/backup.ts'
import { contradiction } from './damage.ts'
import { openDatabase } from './open-database.ts'

const messages = (count: number) => Array.from({ length: count }, () => ({ content: 'x'.repeat(300) }))

test('a backup that was copied beside the -wal of another database is told in one line, and nothing is served', async () => {
  const dataDir = await temporaryFolder()
  const child = startServerProcess({ DATA_DIR: dataDir })
  onTestFinished(() => child[Symbol.asyncDispose]())
  const url = await child.ready
  const device = await createTestDevice(url, await signUp(createHttpClient(url)), 'Desk')
  for (let i = 0; i < 10; i++) await device.send(messages(500))
  const saved = join(dataDir, 'saved.db')
  backUp(dataDir, saved)
  // Otherwise the `-wal` still holds every page, and SQLite reads nothing of the file beside it.
  carryOver(join(dataDir, 'roost.db'))
  await device.send(messages(50))
  child.process.kill('SIGKILL')
  await child.ended
  copyFileSync(saved, join(dataDir, 'roost.db'))

  const again = startServerProcess({ DATA_DIR: dataDir })
  onTestFinished(() => again[Symbol.asyncDispose]())
  expect(await again.ended).toBe(1)
  expect(again.output().trim().split('\n')).toEqual([
    expect.stringMatching(/^Roost cannot start: \S+roost\.db: .*damaged \(.+\)\. Put a backup in its place/),
  ])
})

function carryOver(file: string) {
  const db = new DatabaseSync(file, { timeout: 5_000 })
  expect(db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()).toMatchObject({ busy: 0 })
  db.close()
}

const log = "INSERT INTO log VALUES (1, 'ann', 3, x'03', 0, x'00', 0)"
const message = (version: number, digest: string, direct = 0) =>
  `INSERT INTO message VALUES (NULL, 1, ${direct}, ${version}, x'0${version}', 's', 'all', 'post', NULL, NULL, x'00', ${digest}, 1, 0, 1, '{}')`
const device = (user: string, received: number, revokedAt: number | null = null) =>
  `INSERT INTO device (user_id, device_id, name, platform, token_hash, created_at, last_seen, last_received_version, revoked_at)
    VALUES ('${user}', 'd', 'n', '', x'00', 1, 1, ${received}, ${revokedAt})`
const whole = [log, message(2, "x'02'"), message(3, "x'03'"), device('ann', 3)]

test.each([
  ['nothing', whole, null],
  ['a direct message at the head', [log, message(2, "x'02'"), message(3, "x'03'", 1), device('ann', 3)], null],
  ['a log that expired whole', ["INSERT INTO log VALUES (1, 'ann', 3, x'03', 3, x'03', 0)"], null],
  ['removed devices that a restore remembers', [...whole.slice(0, 3), device('ann', 4, 1), device('bob', 0, 1)], null],
  ['a head without its message', [log, message(2, "x'02'")], /newest message/],
  ['a log without any message', [log], /newest message/],
  ['a message past the head', [...whole, message(4, "x'04'")], /newest message/],
  ['a direct message past the head', [...whole, message(4, "x'04'", 1)], /newest message/],
  ['another history at the head', [log, message(3, "x'04'")], /newest message/],
  ['a device past the head', [...whole.slice(0, 3), device('ann', 4)], /acknowledged more/],
  ['a device without a log', [...whole, device('bob', 0)], /no log/],
])('contradictions: %s', async (_name, rows, expected) => {
  const file = join(await temporaryFolder(), 'roost.db')
  const db = openDatabase(file)
  for (const sql of rows) db.exec(sql)
  const found = contradiction(db)
  db.close()
  if (expected === null) return expect(found).toBeNull()
  expect(found).toMatch(expected)
  expect(() => openDatabase(file)).toThrow(/roost\.db: the database is damaged/)
})

test('a file that was overwritten in part is told as such', async () => {
  const file = join(await temporaryFolder(), 'roost.db')
  openDatabase(file).close()
  const opened = openSync(file, 'r+')
  writeSync(opened, Buffer.alloc(8192, 7), 0, 8192, 8192)
  closeSync(opened)
  expect(() => openDatabase(file)).toThrow(/roost\.db: .*(damaged|malformed)/)
})
