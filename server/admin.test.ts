import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { pathOf } from '../lib/protocol/calls.ts'
import { signIn } from '../tests/kit/clients/account.ts'
import { startServer } from '../tests/kit/server/start-server.ts'
import { adminContract, pageBackupContract } from './admin.contract.ts'

adminContract(async () => ({}))
pageBackupContract()

test('of accounts from before the update the oldest is the first', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'roost-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const old = await startServer({ dataDir })
  const accounts = [await old.signUp(), await old.signUp()]
  await old.stop()
  const db = new DatabaseSync(join(dataDir, 'roost.db'))
  db.exec('UPDATE "user" SET first = NULL')
  db.close()

  await using server = await startServer({ dataDir })
  const statuses = []
  for (const account of accounts) {
    const { cookie } = await signIn(server.http, account)
    statuses.push((await server.http('GET', pathOf('admin'), { cookie })).status)
  }
  expect(statuses).toEqual([200, 403])
})
