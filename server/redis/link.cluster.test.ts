import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../tests/kit/network/free-port.ts'
import { startRedis } from '../../tests/kit/redis/redis-server.ts'
import { createRedisLink } from './link.ts'

const later = 'what happens on other nodes is heard of later'

/** Collects the log up to the first warning. */
async function warned(url: string): Promise<unknown[]> {
  const said = Promise.withResolvers<unknown[]>()
  const link = createRedisLink({ url, log: { info() {}, warn: (...words: unknown[]) => said.resolve(words) } })
  onTestFinished(() => link.close())
  return said.promise
}

test('a password that Redis does not take is said in one line, without it', async () => {
  await using redis = await startRedis()
  const url = redis.url.replace('//', '//nobody:hidden@')
  expect(await warned(url)).toEqual([
    expect.stringMatching(/^Redis refuses this node \(WRONGPASS .*\), see REDIS_URL: /),
  ])
  expect(`${await warned(url)}`).not.toContain('hidden')
})

test('and so is one that is not there', async () => {
  const port = await freePort()
  expect(await warned(`redis://127.0.0.1:${port}`)).toEqual([
    `Redis is away (connect ECONNREFUSED 127.0.0.1:${port}): ${later}`,
  ])
})
