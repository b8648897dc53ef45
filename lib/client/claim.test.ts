import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'
import { createDeviceCalls, type DeviceCalls } from '../browser/device-calls.ts'
import { TransportError } from '../core/ports.ts'
import { type Claiming, claimWith } from './claim.ts'

let server: TestServer
let desk: TestDevice
let calls: DeviceCalls

beforeAll(async () => {
  server = await startServer()
  desk = await server.device(await server.signUp(), 'Desk')
  calls = createDeviceCalls({ serverUrl: server.url, namespace: 'test' })
})
afterAll(() => server[Symbol.asyncDispose]())

const label = (code: string) => ({ code, name: 'Phone', platform: 'Test' })

/** Decides as soon as the claim waits. */
function deciding(accept: boolean, signal = new AbortController().signal): Claiming & { checks: string[] } {
  const checks: string[] = []
  return {
    checks,
    signal,
    waiting({ check }) {
      checks.push(check)
      void calls
        .waitingClaims(desk.token)
        .then((claims) => Promise.all(claims.map((it) => calls.decideClaim(desk.token, it.claimId, accept))))
    },
  }
}

test('a code without confirmation is claimed at once', async () => {
  const { code } = await calls.offerPairing(desk.token, false)
  const claiming = deciding(true)
  expect(await claimWith(calls, label(code), claiming)).toMatchObject({ userId: desk.userId })
  expect(claiming.checks).toEqual([])
})

test('a code with confirmation shows its number and waits for a yes', async () => {
  const { code } = await calls.offerPairing(desk.token, true)
  const claiming = deciding(true)
  const { deviceId } = await claimWith(calls, label(code), claiming)
  expect(claiming.checks).toEqual([expect.stringMatching(/^\d\d$/)])
  expect((await desk.devices()).map((it) => it.deviceId)).toContain(deviceId)
})

test('a no is told', async () => {
  const { code } = await calls.offerPairing(desk.token, true)
  await expect(claimWith(calls, label(code), deciding(false))).rejects.toMatchObject({ code: 'forbidden' })
})

test('a network that goes away for a moment ends no claim', async () => {
  const { code } = await calls.offerPairing(desk.token, true)
  let losses = 2
  const shaky = {
    claimPairing: calls.claimPairing,
    collectClaim: (...asked: Parameters<DeviceCalls['collectClaim']>) =>
      losses-- > 0 ? Promise.reject(new TransportError('no_answer')) : calls.collectClaim(...asked),
  }
  expect(await claimWith(shaky, label(code), deciding(true))).toMatchObject({ userId: desk.userId })
  expect(losses).toBe(-1)
})

test('a person who leaves the screen stops the waiting', async () => {
  const { code } = await calls.offerPairing(desk.token, true)
  const left = new AbortController()
  const claiming: Claiming = { signal: left.signal, waiting: () => left.abort() }
  await expect(claimWith(calls, label(code), claiming)).rejects.toBeInstanceOf(TransportError)
})

test('a code for a script that only sends lets no browser in', async () => {
  const json = { confirm: true, access: 'send' }
  const offer = await server.http('POST', '/v1/pairings', { token: desk.token, json })
  await expect(calls.look(offer.json.code)).rejects.toMatchObject({ code: 'code_for_sending' })
  const usual = await server.http('POST', '/v1/pairings', { token: desk.token, json: { confirm: true } })
  expect(await calls.look(usual.json.code)).toMatchObject({ offeredBy: 'Desk', access: 'full' })
})
