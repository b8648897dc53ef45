import { pathOf } from '../../lib/protocol/calls.ts'
import { signUp } from '../kit/clients/account.ts'
import { createHttpClient } from '../kit/clients/http-client.ts'
import { createTestDevice } from '../kit/clients/test-device.ts'
import type { Random } from '../kit/random.ts'
import type { Canary } from './canary.ts'
import type { Known } from './inputs/calls.ts'
import { brokenFrame, frame } from './inputs/frames.ts'
import { malformed, wellFormed } from './inputs/http-text.ts'
import { spoiledEvent, spoiledPackets } from './inputs/packets.ts'
import { exchange, talk } from './wire.ts'

/** A user of the same server who attacks it. */
export interface Attacker {
  token: string
  known: Known
  /** Header lines of each kind of caller: none, forged, its device, its account. */
  credentials: readonly (readonly string[])[]
}

export async function createAttacker(url: string, canary: Canary): Promise<Attacker> {
  const http = createHttpClient(url)
  const account = await signUp(http)
  const { token, deviceId } = await createTestDevice(url, account, 'mallory')
  const made = await http('POST', pathOf('send'), { token, body: 'x', headers: { 'Content-Type': 'text/plain' } })
  if (made.status !== 200) throw new Error(`the attacker could not write: ${made.text}`)
  const known = { deviceId, foreignDeviceId: canary.deviceId, foreignMessageId: canary.messageId }
  const own = `Authorization: Bearer ${token}`
  const forged = `Authorization: Bearer ${canary.tokenWithoutSecret}.${'A'.repeat(43)}`
  return { token, known, credentials: [[], [forged], [own], [own], [`Cookie: ${account.cookie}`]] }
}

/** The inputs of one connection, counted, and the answer. */
export interface Volley {
  inputs: number
  answer: Buffer
}

const MOST_EVENTS = 80

/** Sends the inputs of one connection. */
export async function attack(port: number, { token, known, credentials }: Attacker, random: Random): Promise<Volley> {
  const many = (make: () => Buffer, most: number) => Array.from({ length: 1 + random.below(most) }, make)
  const kind = random.below(100)
  if (kind < 30) {
    const request = wellFormed(random, known, random.pick(credentials))
    return { inputs: 1, answer: await exchange(port, request) }
  }
  if (kind < 45) return { inputs: 1, answer: await exchange(port, malformed(random)) }
  if (kind < 55) {
    const first = random.chance(0.5) ? [frame(`40${JSON.stringify({ token: `${token}x` })}`)] : []
    const frames = [...first, ...many(() => spoiledPackets(random), 3)]
    return { inputs: frames.length, answer: await talk(port, undefined, frames) }
  }
  const events = many(() => spoiledEvent(random, known), MOST_EVENTS)
  const last = random.pick([[], many(() => spoiledPackets(random), 3), [brokenFrame(random)]])
  const frames = [...events, ...last]
  return { inputs: frames.length, answer: await talk(port, token, frames) }
}
