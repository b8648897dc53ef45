import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { pathOf } from '../../../lib/protocol/calls.ts'
import { routes } from '../../../lib/protocol/routes.ts'
import { PASSWORD } from '../../../tests/kit/clients/account.ts'
import { createFileClient } from '../../../tests/kit/clients/files.ts'
import { createPushBrowser } from '../../../tests/kit/push/browser.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'
import { pathIn } from '../../files/directory-bytes.ts'
import { filesIn } from '../../open-files.ts'
import { backUp } from './backup.ts'
import { filesBeside } from './file-bytes.ts'
import { restore } from './restore.ts'

const now = new Date(Date.UTC(2026, 0, 31, 8, 30))

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'roost-restore-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A stopped server with one message in a backup and one that came later. */
async function setUp(later: (server: TestServer) => Promise<unknown> = async () => {}) {
  const dataDir = newDir()
  const server = await startServer({ dataDir })
  const account = await server.signUp()
  const device = await server.device(account, 'Desk')
  const other = await server.device(account, 'Phone')
  await device.send([{ content: 'in the backup' }])
  await server.http('POST', pathOf('markRead'), { token: device.token, json: { version: 1 } })
  const { file } = backUp(dataDir, join(newDir(), 'roost.db'))
  await device.send([{ content: 'after it' }])
  const revoke = (deviceId: string) =>
    server.http('DELETE', `${pathOf('listDevices')}/${deviceId}`, { cookie: account.cookie })
  await later(server)
  const back = () => startServer({ dataDir })
  return { dataDir, server, account, device, other, revoke, file, back }
}

const contents = async (server: TestServer, token: string) =>
  (await server.http('GET', `${pathOf('pull')}?after=0`, { token })).json.messages.map(
    (it: { content: string }) => it.content,
  )

test('takes the history back, keeps what was there, and ends sessions but not devices', async () => {
  const { server, dataDir, file, account, device, back } = await setUp()
  const { json: offer } = await server.http('POST', pathOf('offerPairing'), { token: device.token })
  await server.stop()
  const { replaced, contents: said, unsure, revokedSince } = restore(dataDir, file, now)
  expect(said).toBe('1 message and 2 devices of 1 account')
  expect([unsure, revokedSince]).toEqual([null, { again: [], unknown: [] }])
  expect(replaced).toBe(join(dataDir, 'replaced-2026-01-31T08-30-00.000Z', 'roost.db'))
  const old = new DatabaseSync(replaced ?? '', { readOnly: true })
  expect(old.prepare('SELECT count(*) AS n FROM message').get()).toEqual({ n: 2 })
  old.close()

  await using again = await back()
  expect(await contents(again, device.token)).toEqual(['in the backup'])
  expect((await again.http('GET', pathOf('inbox'), { token: device.token })).json).toMatchObject({
    head: 1,
    readUpTo: 1,
  })
  expect((await again.http('GET', pathOf('listDevices'), { cookie: account.cookie })).status).toBe(401)
  const claim = { code: offer.code, name: 'late' }
  expect((await again.http('POST', pathOf('claimPairing'), { json: claim })).status).toBe(404)
  const signIn = { email: account.email, password: PASSWORD }
  expect((await again.http('POST', routes.signIn, { json: signIn })).status).toBe(200)
})

test('a database copied by hand has its sessions and codes ended, too', async () => {
  const { server, dataDir, account, device, back } = await setUp()
  await server.http('POST', pathOf('offerPairing'), { token: device.token })
  await server.stop()
  const copy = join(newDir(), 'by-hand.db')
  writeFileSync(copy, readFileSync(join(dataDir, 'roost.db')))
  restore(dataDir, copy, now)
  await using again = await back()
  expect(await contents(again, device.token)).toEqual(['in the backup', 'after it'])
  expect((await again.http('GET', pathOf('listDevices'), { cookie: account.cookie })).status).toBe(401)
})

test('devices that were removed after the backup are removed again, and no removed one comes back', async () => {
  const { server, dataDir, file, account, device, other, revoke, back } = await setUp()
  await revoke(other.deviceId)
  await server.stop()
  expect(restore(dataDir, file, now).revokedSince).toEqual({
    again: [{ deviceId: other.deviceId, name: 'Phone' }],
    unknown: [],
  })
  const again = await back()
  expect((await again.http('GET', pathOf('pull'), { token: other.token })).json.error.code).toBe('revoked')
  expect((await again.http('GET', pathOf('pull'), { token: device.token })).status).toBe(200)
  await again.stop()

  // Once more: the removal now comes from the restored database itself.
  const later = new Date(now.getTime() + 1)
  expect(restore(dataDir, file, later).revokedSince.again).toHaveLength(1)
  // And a backup in which it is removed never makes it live, even if it is live in the present database.
  const third = await back()
  const { file: withoutIt } = backUp(dataDir, join(newDir(), 'roost.db'))
  await third.stop()
  rmSync(join(dataDir, 'roost.db'))
  expect(restore(dataDir, withoutIt, new Date(now.getTime() + 2))).toMatchObject({
    replaced: null,
    unsure: 'there was no database in use',
    contents: '1 message and 1 device of 1 account',
  })
  expect(account.cookie).not.toBe('')
})

test('a device that was removed stays so through a backup from before it was made, and one from when it was live', async () => {
  const { server, dataDir, file, account, revoke, back } = await setUp()
  const late = await server.device(account, 'Tablet')
  const { file: withIt } = backUp(dataDir, join(newDir(), 'roost.db'))
  expect((await revoke(late.deviceId)).status).toBe(204)
  await server.stop()

  restore(dataDir, file, now)
  const first = await back()
  expect((await first.http('GET', pathOf('pull'), { token: late.token })).json.error.code).toBe('revoked')
  await first.stop()

  const { revokedSince } = restore(dataDir, withIt, new Date(now.getTime() + 1))
  expect(revokedSince.again.map((it) => it.name)).toEqual(['Tablet'])
  const second = await back()
  expect((await second.http('GET', pathOf('pull'), { token: late.token })).json.error.code).toBe('revoked')
  await second.stop()
})

test('push subscriptions come back without their hints, but for devices that were removed since', async () => {
  const dataDir = newDir()
  const server = await startServer({ dataDir })
  const account = await server.signUp()
  const [desk, phone, tablet] = [
    await server.device(account),
    await server.device(account),
    await server.device(account),
  ]
  const { subscription } = createPushBrowser('https://push.invalid/x')
  for (const { token } of [phone, tablet])
    await server.http('PUT', pathOf('subscribePush'), { token, json: subscription })
  await desk.send([{ content: 'wake up' }])
  // A stop waits until the send has had its consequences.
  await server.stop()
  const { file } = backUp(dataDir, join(newDir(), 'roost.db'))
  const hints = (path: string) => {
    const db = new DatabaseSync(path)
    const rows = db.prepare('SELECT device_id, urgency FROM subscription ORDER BY device_id').all()
    db.close()
    return rows.map((it) => [it.device_id, it.urgency])
  }
  expect(hints(file)).toEqual([phone, tablet].map((it) => [it.deviceId, 'normal']).sort())
  const again = await startServer({ dataDir })
  await again.http('DELETE', pathOf('revokeDevice', tablet.deviceId), { token: tablet.token })
  await again.stop()
  restore(dataDir, file, now)
  expect(hints(join(dataDir, 'roost.db'))).toEqual([[phone.deviceId, null]])
})

test('what retention believed of the clock does not go back', async () => {
  const { server, dataDir, file } = await setUp()
  await server.stop()
  const believed = (at?: number) => {
    const db = new DatabaseSync(join(dataDir, 'roost.db'))
    if (at !== undefined) db.exec(`UPDATE believed_time SET at = ${at}`)
    const row = db.prepare('SELECT at FROM believed_time').get()
    db.close()
    return row?.at as number
  }
  const before = believed()
  believed(before + 1_000)
  restore(dataDir, file, now)
  expect(believed()).toBe(before + 1_000)
  believed(before - 1_000)
  restore(dataDir, file, new Date(now.getTime() + 1))
  expect(believed()).toBe(before)
})

test('a device that the present database never knew is named and left alone', async () => {
  const { server, dataDir, file, device } = await setUp()
  await server.stop()
  const elsewhere = newDir()
  const fresh = await startServer({ dataDir: elsewhere })
  await fresh.device(await fresh.signUp())
  await fresh.stop()
  const { revokedSince } = restore(elsewhere, file, now)
  expect(revokedSince.again).toEqual([])
  expect(revokedSince.unknown.map((it) => it.name).sort()).toEqual(['Desk', 'Phone'])
  await using again = await startServer({ dataDir: elsewhere })
  expect(await contents(again, device.token)).toEqual(['in the backup'])
  expect(existsSync(dataDir)).toBe(true)
})

test('a present database that cannot be read is kept as it is, and that is said', async () => {
  const { server, dataDir, file, device, back } = await setUp()
  await server.stop()
  const rubbish = 'no database any more '.repeat(1_000)
  writeFileSync(join(dataDir, 'roost.db'), rubbish)
  writeFileSync(join(dataDir, 'roost.db-wal'), 'what was left of the log')
  const { replaced, unsure } = restore(dataDir, file, now)
  expect(unsure).toBe('the database that was in use could not be read as a whole (file is not a database)')
  expect(readFileSync(replaced ?? '', 'utf8')).toBe(rubbish)
  expect(readFileSync(`${replaced}-wal`, 'utf8')).toBe('what was left of the log')
  await using again = await back()
  expect(await contents(again, device.token)).toEqual(['in the backup'])
})

test('refuses while a server runs there, and changes nothing', async () => {
  const { server, dataDir, file, device } = await setUp()
  expect(() => restore(dataDir, file, now)).toThrow(`another Roost runs on ${dataDir}; stop it first`)
  expect(await contents(server, device.token)).toEqual(['in the backup', 'after it'])
  await server.stop()
})

test.each<[string, RegExp, (file: string) => void]>([
  ['a file that is not there', /^There is no /, (file) => rmSync(file)],
  [
    'a file that is no database',
    /cannot be restored: file is not a database$/,
    (file) => writeFileSync(file, 'x'.repeat(9_000)),
  ],
  ['an empty file', /cannot be restored: it is no database of Roost$/, (file) => writeFileSync(file, '')],
  [
    'a backup cut short',
    /cannot be restored: /,
    (file) => writeFileSync(file, readFileSync(file).subarray(0, 4096 * 10)),
  ],
  [
    'a backup of a newer program',
    /cannot be restored: it was written by a newer Roost/,
    (file) => {
      const db = new DatabaseSync(file)
      db.exec('PRAGMA user_version = 9999')
      db.close()
    },
  ],
])('%s is refused with one line, and changes nothing', async (_name, line, spoil) => {
  const { server, dataDir, file, device, back } = await setUp()
  await server.stop()
  const before = readdirSync(dataDir).sort()
  spoil(file)
  expect(() => restore(dataDir, file, now)).toThrow(line)
  expect(readdirSync(dataDir).sort()).toEqual(before)
  await using again = await back()
  expect(await contents(again, device.token)).toEqual(['in the backup', 'after it'])
})

test('files come back with the messages that name them, from the backup or from a device that has them', async () => {
  const dataDir = newDir()
  const server = await startServer({ dataDir })
  const device = await server.device(await server.signUp(), 'Desk')
  const files = createFileClient(server.http, device.token)
  const [kept, lost, unfinished] = [await files.upload('kept'), await files.upload('lost'), randomUUID()]
  await files.create(9, { fileId: unfinished })
  await files.patch(unfinished, 0, 'half')
  await device.send([{ content: '', files: [kept, lost, unfinished] }])
  const { file } = backUp(dataDir, join(newDir(), 'roost.db'))
  const later = await files.upload('later')
  await device.send([{ content: '', files: [later] }])
  await server.stop()
  // Another machine, to which one of them was not copied.
  rmSync(filesIn(dataDir), { recursive: true })
  rmSync(pathIn(filesBeside(file), lost))
  expect(restore(dataDir, file, new Date()).filesMissing).toBe(1)

  await using again = await startServer({ dataDir })
  const there = createFileClient(again.http, device.token)
  expect((await there.get(kept)).text).toBe('kept')
  expect((await there.get(later)).status).toBe(404)
  expect((await there.get(lost)).json.error).toMatchObject({ code: 'incomplete', received: 0, size: 4 })
  await there.upload('lost', { fileId: lost })
  expect((await there.get(lost)).text).toBe('lost')
  expect((await there.patch(unfinished, 0, 'all of it')).status).toBe(204)
})

test('the files of a database that was replaced are kept beside it, and come back with it', async () => {
  const { dataDir, server, device, file } = await setUp()
  const later = await createFileClient(server.http, device.token).upload('later')
  await server.stop()
  const { replaced } = restore(dataDir, file, now)
  // Its start removes bytes that the restored database does not know.
  await (await startServer({ dataDir })).stop()
  restore(dataDir, replaced ?? '', new Date(now.getTime() + 1))
  await using again = await startServer({ dataDir })
  expect((await createFileClient(again.http, device.token).get(later)).text).toBe('later')
})
