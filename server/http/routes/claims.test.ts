import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpClient } from '../../../tests/kit/clients/http-client.ts'
import type { Live } from '../../../tests/kit/clients/live.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const post = (path: string, json?: unknown, token?: string) =>
  server.http('POST', `/v1/pairings${path}`, { json, token })
const asked = (live: Live) => live.events.filter((it) => it.event === 'pairing').map((it) => it.payload)

async function setUp() {
  const account = await server.signUp()
  const [desk, other] = [await server.device(account, 'Desk'), await server.device(account, 'Other')]
  const { json: offer, status } = await post('', { confirm: true }, desk.token)
  expect(status).toBe(201)
  const claim = () => post('/claim', { code: offer.code, name: 'Phone', platform: 'Android' })
  const decide = (claimId: string, accept: boolean, token = desk.token) =>
    post(`/claims/${claimId}/decide`, { accept }, token)
  const collect = ({ claimId, secret }: { claimId: string; secret: string }) => post(`/claims/${claimId}`, { secret })
  const cancel = (token = desk.token) => server.http('DELETE', `/v1/pairings/${offer.pairingId}`, { token })
  return { account, desk, other, offer, claim, decide, collect, cancel }
}

const refusal = (status: number, code: string) => ({ status, json: { error: { code } } })

test('a claim waits until the person at the inviting device says yes, and then is a device', async () => {
  const { desk, offer, claim, decide, collect } = await setUp()
  const live = await desk.connect()
  const { status, json: claimed } = await claim()
  expect(status).toBe(202)
  const text = expect.any(String)
  expect(claimed).toEqual({
    claimId: text,
    secret: text,
    check: expect.stringMatching(/^\d\d$/),
    expiresAt: expect.any(Number),
  })
  await live.until(() => asked(live).length > 0)
  const { claimId, check } = claimed
  expect(asked(live)).toEqual([{ pairingId: offer.pairingId, claimId, name: 'Phone', platform: 'Android', check }])
  const collected = collect(claimed)
  expect(await decide(claimId, true)).toMatchObject({ status: 204 })
  const { status: made, json } = await collected
  expect(made).toBe(201)
  expect(json).toEqual({ userId: desk.userId, deviceId: text, token: text })
  expect((await server.http('GET', '/v1/messages', { token: json.token })).status).toBe(200)
  expect((await desk.devices()).map((it) => it.name)).toEqual(['Desk', 'Other', 'Phone'])
  expect(await collect(claimed)).toMatchObject(refusal(404, 'not_found'))
  expect(await decide(claimId, false)).toMatchObject(refusal(409, 'conflict'))
})

test('a claim that comes while the inviting device is away is told when it is back, and not to others', async () => {
  const { desk, other, claim } = await setUp()
  const { json } = await claim()
  const [here, there] = [await desk.connect(), await other.connect()]
  await here.until(() => asked(here).length > 0)
  expect(asked(here)).toMatchObject([{ claimId: json.claimId }])
  await there.until(() => there.devices().length > 0)
  expect(asked(there)).toEqual([])
})

test('a device without a live connection asks for its claims over HTTP', async () => {
  const { desk, other, offer, claim, decide } = await setUp()
  const claims = async (token: string) => (await server.http('GET', '/v1/pairings/claims', { token })).json.claims
  expect(await claims(desk.token)).toEqual([])
  const { claimId, check } = (await claim()).json
  const asked = { pairingId: offer.pairingId, claimId, name: 'Phone', platform: 'Android', check }
  expect(await claims(desk.token)).toEqual([asked])
  expect(await claims(other.token)).toEqual([])
  await decide(claimId, false)
  expect(await claims(desk.token)).toEqual([])
})

test('a claim that the person refuses is forbidden, and no device', async () => {
  const { desk, claim, decide, collect } = await setUp()
  const { json: claimed } = await claim()
  const collected = collect(claimed)
  await decide(claimed.claimId, false)
  expect(await collected).toMatchObject(refusal(403, 'forbidden'))
  expect(await collect(claimed)).toMatchObject(refusal(403, 'forbidden'))
  expect(await desk.devices()).toHaveLength(2)
})

test('only the inviting device decides, and once', async () => {
  const { other, claim, decide } = await setUp()
  const { json } = await claim()
  const stranger = await server.device(await server.signUp())
  expect(await decide(json.claimId, true, other.token)).toMatchObject(refusal(403, 'forbidden'))
  expect(await decide(json.claimId, true, stranger.token)).toMatchObject(refusal(404, 'not_found'))
  expect(await decide(randomUUID(), true)).toMatchObject(refusal(404, 'not_found'))
  expect(await post(`/claims/${json.claimId}/decide`, { accept: true })).toMatchObject({ status: 401 })
  expect((await decide(json.claimId, false)).status).toBe(204)
  expect(await decide(json.claimId, true)).toMatchObject(refusal(409, 'conflict'))
})

test('a wrong secret finds nothing, and does not wait', async () => {
  const { claim, collect } = await setUp()
  const { json } = await claim()
  for (const secret of ['', `${json.secret}x`, json.secret.slice(1)])
    expect(await collect({ ...json, secret })).toMatchObject(refusal(404, 'not_found'))
  expect(await collect({ secret: json.secret, claimId: randomUUID() })).toMatchObject(refusal(404, 'not_found'))
  expect(await post(`/claims/${json.claimId}`, {})).toMatchObject(refusal(400, 'invalid_request'))
})

test('any device of the account cancels a code and its claim, as often as it likes; nobody else does', async () => {
  const { other, claim, cancel, collect, offer } = await setUp()
  const { json: claimed } = await claim()
  const collected = collect(claimed)
  const stranger = await server.device(await server.signUp())
  expect(await cancel(stranger.token)).toMatchObject(refusal(404, 'not_found'))
  for (const _ of [1, 2]) expect((await cancel(other.token)).status).toBe(204)
  expect(await collected).toMatchObject(refusal(404, 'not_found'))
  expect(await post('/look', { code: offer.code })).toMatchObject(refusal(404, 'not_found'))
})

test('a code that was cancelled cannot be claimed', async () => {
  const { claim, cancel } = await setUp()
  await cancel()
  expect(await claim()).toMatchObject(refusal(404, 'not_found'))
})

test('a look says where a code leads, and uses nothing up', async () => {
  const account = await server.signUp('robin.redbreast@example.test')
  const desk = await server.device(account, 'Desk')
  for (const confirm of [true, false, undefined]) {
    const { json: offer } = await post('', confirm === undefined ? undefined : { confirm }, desk.token)
    const look = { account: 'r…t@example.test', offeredBy: 'Desk', confirm: confirm ?? false, access: 'full' }
    for (const _ of [1, 2]) expect(await post('/look', { code: offer.code })).toMatchObject({ status: 200, json: look })
    expect((await post('/claim', { code: offer.code, name: 'x' })).status).toBe(confirm ? 202 : 201)
  }
})

test.each([{ confirm: 1 }, { confirm: null }, { access: 'some' }, []])(
  'an invitation of %j is refused',
  async (json) => {
    const { desk } = await setUp()
    expect(await post('', json, desk.token)).toMatchObject(refusal(400, 'invalid_request'))
  },
)

test('a wrong code counts as a try wherever it is said, and a page elsewhere can neither look nor claim nor collect', async () => {
  await using strict = await startServer({ rateLimit: true })
  const ask = (path: string, headers = {}) =>
    strict.http('POST', `/v1/pairings/${path}`, { json: { code: 'AAAA-AAAA', name: 'x', secret: 'x' }, headers })
  const foreign = { Origin: 'https://evil.example' }
  for (let n = 0; n < 15; n += 1) {
    for (const path of ['look', 'claim', `claims/${randomUUID()}`])
      expect(await ask(path, foreign)).toMatchObject(refusal(403, 'forbidden'))
  }
  for (let n = 0; n < 10; n += 1) expect((await ask(n % 2 ? 'claim' : 'look')).status).toBe(404)
  expect(await ask('look')).toMatchObject(refusal(429, 'rate_limited'))
})

test('a server that stops keeps no claim waiting, and one that starts again still knows it', async () => {
  await using first = await startServer()
  const desk = await first.device(await first.signUp())
  const ask = (url: string, path: string, json: unknown, token?: string) =>
    createHttpClient(url)('POST', `/v1/pairings${path}`, { json, token })
  const { json: offer } = await ask(first.url, '', { confirm: true }, desk.token)
  const { json: claimed } = await ask(first.url, '/claim', { code: offer.code, name: 'Phone' })
  const waiting = ask(first.url, `/claims/${claimed.claimId}`, { secret: claimed.secret })
  const live = await desk.connect()
  await live.until(() => asked(live).length > 0)
  await first.stop()
  expect(await waiting).toMatchObject({ status: 202, json: { expiresAt: claimed.expiresAt } })
  await using again = await startServer({ dataDir: first.dataDir })
  await ask(again.url, `/claims/${claimed.claimId}/decide`, { accept: true }, desk.token)
  expect((await ask(again.url, `/claims/${claimed.claimId}`, { secret: claimed.secret })).status).toBe(201)
})
