import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PASSWORD } from '../../../tests/kit/clients/account.ts'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { startRedis } from '../../../tests/kit/redis/redis-server.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'
import { readConfig } from '../../config/config.ts'
import { removeUser } from './remove-user.ts'
import { withUsers } from './with-users.ts'

test('accounts on PostgreSQL are listed, given a new password, and deleted', async () => {
  const [databaseUrl, authSecret] = [await testDatabase(), 'the same on every node, 32 letters']
  await using server = await startServer({ databaseUrl, authSecret, dataDir: '/nowhere' })
  const account = await server.signUp()
  const desk = await server.device(account)
  await desk.send([{ content: 'one' }])
  const config = readConfig({ DATABASE_URL: databaseUrl })
  const signIn = async (password: string) =>
    (await server.http('POST', '/api/auth/sign-in/email', { json: { email: account.email, password } })).status

  await withUsers(config, async ({ users, mother, store, sweepFiles }) => {
    const [user] = await users.list()
    expect(user).toMatchObject({ email: account.email, userId: desk.userId })
    await users.resetPassword(desk.userId, 'another password')
    expect([await signIn(PASSWORD), await signIn('another password')]).toEqual([401, 200])
    expect(await removeUser({ users, mother, store, sweepFiles }, desk.userId)).toEqual({ devices: 1, messages: 1 })
    expect(await users.list()).toEqual([])
  })
  expect((await server.http('GET', '/v1/messages', { token: desk.token })).json.error.code).toBe('revoked')
})

test('whoever reads no further than the first line gets no stack', async () => {
  const databaseUrl = await testDatabase()
  await using server = await startServer({ databaseUrl, authSecret: 'x'.repeat(32), dataDir: '/nowhere' })
  for (const name of ['kim', 'alex', 'robin']) await server.signUp(`${name}@example.test`)
  const list = `"${process.execPath}" "${join(import.meta.dirname, '../../cli.ts')}" user list`
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, DATABASE_URL: databaseUrl }
  expect(spawnSync('sh', ['-c', list], { env, encoding: 'utf8' }).stdout.split('\n')).toHaveLength(4)
  expect(spawnSync('sh', ['-c', `${list} | true`], { env, encoding: 'utf8' }).stderr).toBe('')
})

test('with Redis between the nodes, live devices are told at once that their account is gone', async () => {
  const [databaseUrl, authSecret] = [await testDatabase(), 'the same on every node, 32 letters']
  await using redis = await startRedis()
  await using server = await startServer({ databaseUrl, authSecret, redisUrl: redis.url, dataDir: '/nowhere' })
  const desk = await server.device(await server.signUp())
  const live = await desk.connect()
  const nodes = { REDIS_URL: redis.url, BASE_URL: 'https://roost.example' }
  const config = readConfig({ DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret, ...nodes })
  await withUsers(config, (deps) => removeUser(deps, desk.userId))
  await live.closed
  expect(live.events.at(-1)?.event).toBe('revoked')
})
