import { request } from 'node:http'
import { expect, test } from 'vitest'
import { startDoorServer } from './testing/door-server.ts'

const APP = 'https://app.example'
const doors = ['/message', '/ntfy', '/ntfy/x']

test('pages of an allowed origin may use the doors with a token, and read answers and errors', async () => {
  await using door = await startDoorServer({ baseUrl: 'https://roost.example', allowedOrigins: [APP] })
  const asking = { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'x-gotify-key' }
  for (const path of doors) {
    const preflight = await door.server.http('OPTIONS', path, { headers: { Origin: APP, ...asking } })
    expect([path, preflight.status]).toEqual([path, 204])
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/X-Gotify-Key, Title/)
    for (const [origin, allowed] of [
      [APP, APP],
      ['https://other.example', null],
    ] as const) {
      for (const token of [door.token, 'wrong']) {
        const json = { topic: 'x', message: 'x' }
        const answer = await door.server.http('POST', path, { token, json, headers: { Origin: origin } })
        expect(answer.status).toBe(token === 'wrong' ? 401 : 200)
        expect(answer.headers.get('access-control-allow-origin')).toBe(allowed)
      }
    }
  }
})

test('without BASE_URL, the doors answer to no name of somebody else', async () => {
  await using door = await startDoorServer()
  for (const path of [...doors, '/x']) {
    expect([path, await statusFor(door.server.port, path, 'evil.example', door.token)]).toEqual([path, 403])
  }
  expect(await door.newest()).toBeUndefined()
})

/** `fetch` sets Host itself. */
const statusFor = (port: number, path: string, host: string, token: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const headers = { Host: host, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    request({ port, host: '127.0.0.1', method: 'POST', path, headers }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end('{"topic":"x","message":"x"}')
  })

test('an address that guesses tokens has to wait, and a right token is let in all the same', async () => {
  await using door = await startDoorServer({ rateLimit: true })
  const guess = (path: string, token: string) =>
    door.server.http('POST', path, { token, json: { message: 'x', topic: 'x' } })
  let answer = await guess('/message', 'wrong')
  for (let tries = 1; answer.status === 401 && tries < 2_000; tries += 1) answer = await guess('/message', 'wrong')
  expect(answer).toMatchObject({ status: 429, json: { error: 'rate_limited', errorCode: 429 } })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await guess('/ntfy', 'wrong')).json).toMatchObject({ code: 42_900, http: 429, reason: 'rate_limited' })
  expect((await guess('/ntfy', door.token)).status).toBe(200)
})

test('a device that was removed gets in no more', async () => {
  await using door = await startDoorServer()
  const gone = await door.server.device(await door.server.signUp())
  expect((await door.server.http('DELETE', `/v1/devices/${gone.deviceId}`, { token: gone.token })).status).toBe(204)
  const json = { topic: 'x', message: 'x' }
  const answers = [
    await door.server.http('POST', '/message', { token: gone.token, json }),
    await door.server.http('POST', '/ntfy', { token: gone.token, json }),
  ]
  expect(answers.map((it) => [it.status, it.json.reason ?? it.json.error])).toEqual([
    ...[
      [401, 'revoked'],
      [401, 'revoked'],
    ],
  ])
})
