import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../tests/kit/redis/redis-server.ts'
import { createLog } from '../core/ports/log.ts'
import { createRedisLink } from './link.ts'
import { fingerprintsOf, watchSettings } from './same-settings.ts'

const settings = { authSecret: 'the same on every node, 32 letters', baseUrl: 'https://roost.example' }

async function setUp() {
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  async function start(node: string, changes: Partial<typeof settings> = {}) {
    const warned: string[] = []
    const heard = Promise.withResolvers<void>()
    const log = { info() {}, warn: (_about: unknown, says = '') => warned.push(says) }
    const link = createRedisLink({ url: redis.url, log: createLog('silent') })
    const own = fingerprintsOf({ ...settings, ...changes })
    const watch = watchSettings({ link, node, own, log })
    link.listen({ up: () => heard.resolve() })
    async function stop() {
      await watch.close()
      await link.close()
    }
    onTestFinished(stop)
    await heard.promise
    return { warned, stop }
  }
  return { redis, start }
}

const another = 'AUTH_SECRET is another one than on'
const signedOut = 'who is signed in on one is signed out on the other'

test('a node that joins with another secret is told so, the others are, and once only', async () => {
  const { start } = await setUp()
  const [one, two] = [await start('one'), await start('two')]
  const three = await start('three', { authSecret: 'x'.repeat(32) })
  await expect.poll(() => three.warned).toEqual([`${another} one, two: ${signedOut}`])
  for (const it of [one, two]) {
    await expect.poll(() => it.warned, { timeout: 15_000 }).toEqual([`${another} three: ${signedOut}`])
  }
  // It has looked several times since.
  expect(three.warned).toHaveLength(1)
  // A rotation goes from node to node: a node that has gone no longer counts.
  for (const it of [one, two]) await it.stop()
  const four = await start('four', { authSecret: 'x'.repeat(32), baseUrl: 'https://other.example' })
  await expect
    .poll(() => four.warned)
    .toEqual(['BASE_URL is another one than on three: a page is refused by one of them'])
})

test('nobody can read a secret or an address out of what is told', async () => {
  const { AUTH_SECRET, BASE_URL } = fingerprintsOf(settings)
  expect([AUTH_SECRET, BASE_URL].every((it) => /^[0-9a-f]{64}$/.test(it))).toBe(true)
  expect(fingerprintsOf({ ...settings, baseUrl: 'https://other.example' }).AUTH_SECRET).toBe(AUTH_SECRET)
})
