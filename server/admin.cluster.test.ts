import { expect, test } from 'vitest'
import { pathOf } from '../lib/protocol/calls.ts'
import { testDatabase } from '../tests/kit/postgres/test-database.ts'
import { startServer } from '../tests/kit/server/start-server.ts'
import { adminContract } from './admin.contract.ts'

const settings = async () => ({
  databaseUrl: await testDatabase(),
  authSecret: 'the same on every node, 32 letters',
  dataDir: '/nowhere',
})

adminContract(settings)

test('PostgreSQL is backed up with its own tools', async () => {
  await using server = await startServer(await settings())
  const { cookie } = await server.signUp()
  expect((await server.http('GET', pathOf('admin'), { cookie })).json.backup).toBe(false)
  const { status, json } = await server.http('POST', pathOf('backUp'), { cookie })
  expect([status, json.error.message]).toEqual([409, expect.stringContaining('pg_dump')])
})
