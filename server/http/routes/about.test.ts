import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startServer } from '../../../tests/kit/server/start-server.ts'

test('anybody may ask what answers here, and whether there is an account yet', async () => {
  await using server = await startServer({ signUp: 'first' })
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const about = {
    product: 'roost',
    version,
    protocol: '1.1',
    features: ['read', 'marks', 'access', 'confirm', 'files', 'push', 'stream'],
    pushKey: expect.stringMatching(/^[A-Za-z0-9_-]{87}$/),
    signup: 'first',
  }
  const before = await server.http('GET', '/v1/about')
  expect([before.status, before.json]).toEqual([200, { ...about, accountExists: false }])
  await server.signUp()
  expect((await server.http('GET', '/v1/about')).json).toEqual({ ...about, accountExists: true })
  expect((await server.http('GET', '/v1/about?x')).json.error.code).toBe('invalid_request')
})
