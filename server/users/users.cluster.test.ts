import { expect, test } from 'vitest'
import { readConfig } from '../config/config.ts'
import { PASSWORD } from '../testing/account.ts'
import { startServer } from '../testing/start.ts'
import { testDatabase } from '../testing/test-database.ts'
import { removeUser } from './remove-user.ts'
import { withUsers } from './with-users.ts'

test('accounts on PostgreSQL are listed, given a new password, and deleted', async () => {
  const [databaseUrl, authSecret] = [await testDatabase(), 'the same on every node, 32 letters']
  await using server = await startServer({ databaseUrl, authSecret, dataDir: '/nowhere' })
  const account = await server.signUp()
  const desk = await server.device(account)
  await desk.send([{ content: 'one' }])
  const config = readConfig({ DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret })
  const signIn = async (password: string) =>
    (await server.http('POST', '/api/auth/sign-in/email', { json: { email: account.email, password } })).status

  await withUsers(config, async ({ users, mother, store }) => {
    const [user] = await users.list()
    expect(user).toMatchObject({ email: account.email, userId: desk.userId })
    await users.resetPassword(desk.userId, 'another password')
    expect([await signIn(PASSWORD), await signIn('another password')]).toEqual([401, 200])
    expect(await removeUser({ users, mother, store }, desk.userId)).toEqual({ devices: 1, messages: 1 })
    expect(await users.list()).toEqual([])
  })
  expect((await server.http('GET', '/v1/messages', { token: desk.token })).json.error.code).toBe('revoked')
})
