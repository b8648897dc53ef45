import { expect, test } from 'vitest'
import { pathOf } from '../../../lib/protocol/calls.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'

const cases = [
  ['20 devices within an hour', true],
  ['any number of them with RATE_LIMIT=off', false],
] as const

test.each(cases)('an account makes %s', async (_many, rateLimit) => {
  await using server = await startServer({ rateLimit })
  const { cookie } = await server.signUp()
  const make = () => server.http('POST', pathOf('createDevice'), { cookie, json: { name: 'one more' } })
  for (let made = 0; made < limits.devicesPerHour - 1; made += 1) expect((await make()).status).toBe(201)
  const last = await make()
  const { json } = await server.http('POST', pathOf('offerPairing'), { token: last.json.token })
  const claim = () => server.http('POST', pathOf('claimPairing'), { json: { code: json.code, name: 'claimed' } })
  if (!rateLimit) {
    expect([(await make()).status, (await claim()).status]).toEqual([201, 201])
    return
  }
  for (const refused of [await make(), await claim()]) {
    expect(refused).toMatchObject({ status: 429, json: { error: { code: 'rate_limited' } } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000)
  }
})
