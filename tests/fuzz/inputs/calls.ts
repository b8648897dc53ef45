import { randomUUID } from 'node:crypto'
import type { Random } from '../../kit/random.ts'
import { hostileValue } from './values.ts'

/** Ids that the fuzzer knows and may name. Ids are no secrets, so they must open nothing. */
export interface Known {
  deviceId: string
  /** Belongs to another user. */
  foreignDeviceId: string
  foreignMessageId: string
}

export interface Call {
  event: string
  method: string
  path: string
  payload: Readonly<Record<string, unknown>>
}

const uuid = () => randomUUID()

/** A call as it should be, of every kind that there is. */
export function rightCall(random: Random, known: Known): Call {
  const device = random.pick([known.deviceId, known.foreignDeviceId, uuid()])
  const kind = random.below(9)
  if (kind < 3) return { event: 'send', method: 'POST', path: '/v1/messages', payload: send(random, known) }
  if (kind === 3) return { event: 'pull', method: 'GET', path: '/v1/messages', payload: pull(random) }
  if (kind === 4) return { event: 'ack', method: 'POST', path: '/v1/ack', payload: { version: random.below(1e6) } }
  if (kind === 5) return call('PATCH', `/v1/devices/${known.foreignDeviceId}`, { name: 'x' })
  if (kind === 6) return call('POST', '/v1/pairings/claim', { code: code(random), name: 'x', platform: '' })
  if (kind === 7) return call('DELETE', `/v1/devices/${device === known.deviceId ? uuid() : device}`, {})
  return call('POST', '/api/auth/sign-in/email', { email: 'nobody@example.test', password: 'wrong password' })
}

const call = (method: string, path: string, payload: Call['payload']): Call => ({
  event: 'send',
  method,
  path,
  payload,
})

function send(random: Random, known: Known) {
  const item = () => ({
    messageId: random.pick([uuid(), known.foreignMessageId]),
    receiverDeviceId: random.pick(['all', known.deviceId, known.foreignDeviceId]),
    content: 'x'.repeat(random.below(100)),
    ...random.pick([{}, {}, { kind: 'edit', targetId: known.foreignMessageId }, { kind: 'delete', targetId: uuid() }]),
  })
  return { messages: Array.from({ length: 1 + random.below(3) }, item) }
}

const pull = (random: Random) => ({
  after: random.pick([0, 1, random.below(1e9), -1, 2 ** 53]),
  limit: random.pick([1, 1, 10, 2_000, 2_001]),
})

const code = (random: Random) =>
  Array.from({ length: 8 }, () => random.pick([...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'])).join('')

/** The JSON of a payload, most often with one thing wrong: a field of the wrong type, missing, twice, or one more. */
export function spoiledJson(random: Random, payload: Call['payload']): string {
  if (random.chance(0.1)) return JSON.stringify(payload)
  if (random.chance(0.1)) return hostileValue(random)
  const members = Object.entries(payload).flatMap(([key, value]) => spoiledMember(random, key, value))
  if (random.chance(0.2)) members.push(`${JSON.stringify(random.pick(extraKeys))}:${hostileValue(random)}`)
  const json = `{${members.join(',')}}`
  return random.chance(0.03) ? json.slice(0, random.below(json.length)) : json
}

const extraKeys = ['__proto__', 'constructor', 'kind', 'targetId', 'version', 'senderDeviceId', 'userId', 'digest']

function spoiledMember(random: Random, key: string, value: unknown): string[] {
  const name = JSON.stringify(key)
  if (Array.isArray(value) && random.chance(0.8)) {
    return [`${name}:[${value.map((it) => spoiledJson(random, it)).join(',')}]`]
  }
  const kind = random.below(8)
  if (kind === 0) return []
  if (kind === 1) return [`${name}:${JSON.stringify(value)}`, `${name}:${hostileValue(random)}`]
  if (kind < 5) return [`${name}:${hostileValue(random)}`]
  return [`${name}:${JSON.stringify(value)}`]
}
