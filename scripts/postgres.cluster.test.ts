import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { pathOf } from '../lib/protocol/calls.ts'
import { runSql } from '../tests/kit/postgres/run-sql.ts'
import { testDatabase } from '../tests/kit/postgres/test-database.ts'
import { startServer } from '../tests/kit/server/start-server.ts'
import { roost } from './testing/run-roost.ts'

const run = (command: string, ...args: string[]) => runOn('', command, ...args)

function runOn(input: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', input })
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}

test('backup and restore say what to do instead; retention looks at PostgreSQL', async () => {
  const env = { DATABASE_URL: await testDatabase() }
  const instead = 'DATABASE_URL is set: everything is in PostgreSQL.'
  expect(await roost(env, 'backup')).toEqual({
    code: 1,
    said: `${instead} Back it up with pg_dump (docs/operations.md)`,
  })
  expect(await roost(env, 'restore', 'any.db')).toEqual({
    code: 1,
    said: `${instead} Restore it with pg_restore (docs/operations.md)`,
  })
  const retention = { ...env, RETENTION_DAYS: '30' }
  expect((await roost(retention, 'retention', '--release')).said).toMatch(/^RETENTION_DAYS is 30: within the hour/)
  expect(await runSql(env.DATABASE_URL, 'SELECT count(*)::integer AS n FROM believed_time')).toEqual([{ n: 1 }])
})

// The commands are those of docs/operations.md.
test('a dump is restored without what lets somebody in, devices removed since are removed again, and devices notice', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'roost-dump-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const [databaseUrl, restored] = [await testDatabase(), await testDatabase()]
  const config = { authSecret: 'the same on every node, 32 letters', dataDir: '/nowhere' }
  const server = await startServer({ ...config, databaseUrl })
  const account = await server.signUp()
  const [desk, phone] = [await server.device(account, 'Desk'), await server.device(account, 'Phone')]
  await desk.send([{ content: 'in the dump' }])
  await server.http('POST', pathOf('offerPairing'), { token: desk.token })
  const without = ['session', 'verification', 'pairing'].map((it) => `--exclude-table-data=${it}`)
  const dump = join(dir, 'roost.dump')
  run('pg_dump', '--format=custom', ...without, `--file=${dump}`, databaseUrl)
  await desk.send([{ content: 'after it' }])
  const { digest } = await desk.pull({ after: 0 })
  await server.http('DELETE', `${pathOf('listDevices')}/${phone.deviceId}`, { cookie: account.cookie })
  await server.stop()

  run('pg_restore', `--dbname=${restored}`, '--no-owner', dump)
  const removed = 'SELECT user_id, device_id, revoked_at FROM device WHERE revoked_at IS NOT NULL'
  const rows = run('psql', databaseUrl, '-c', `\\copy (${removed}) TO STDOUT CSV`)
  const again = `UPDATE device SET revoked_at = removed.revoked_at FROM removed WHERE device.user_id = removed.user_id
    AND device.device_id = removed.device_id AND device.revoked_at IS NULL`
  const steps = [
    'CREATE TEMPORARY TABLE removed (user_id text, device_id text, revoked_at bigint)',
    '\\copy removed FROM PSTDIN CSV',
    again,
  ]
  expect(runOn(rows, 'psql', restored, ...steps.flatMap((it) => ['-c', it]))).toMatch(/UPDATE 1\n$/)

  await using node = await startServer({ ...config, databaseUrl: restored })
  const get = async (path: string, as: object) => (await node.http('GET', path, as)).json.error?.code
  expect(await get(`${pathOf('pull')}?after=2&digest=${digest}`, { token: desk.token })).toBe('history_forked')
  expect(await get(pathOf('pull'), { token: desk.token })).toBeUndefined()
  expect(await get(pathOf('pull'), { token: phone.token })).toBe('revoked')
  expect(await get(pathOf('listDevices'), { cookie: account.cookie })).toBe('unauthenticated')
  expect(await runSql(restored, 'SELECT * FROM pairing')).toEqual([])
})
