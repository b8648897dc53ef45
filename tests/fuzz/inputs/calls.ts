import { randomUUID } from 'node:crypto'
import { type CallName, calls, pathOf, routeOf } from '../../../lib/protocol/calls.ts'
import { MARK_CONTENT_TYPE } from '../../../lib/protocol/mark.ts'
import { routes } from '../../../lib/protocol/routes.ts'
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

type Payload = Call['payload']

const version = (random: Random): Payload => ({ version: random.below(1e6) })
const nothing = (): Payload => ({})

/** A point of the curve P-256. */
const P256DH = 'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU'

/** The payload of a correct call. The attacker makes no devices: thousands of them would look like a leak. */
const payloads: Record<Exclude<CallName, 'createDevice'>, (random: Random, known: Known) => Payload> = {
  send,
  pull,
  acknowledge: version,
  markRead: version,
  about: nothing,
  inbox: nothing,
  activity: nothing,
  bin: nothing,
  emptyBin: nothing,
  listDevices: nothing,
  renameDevice: () => ({ name: 'x' }),
  revokeDevice: nothing,
  offerPairing: nothing,
  cancelPairing: nothing,
  waitingClaims: nothing,
  lookAtPairing: (random) => ({ code: code(random) }),
  collectClaim: () => ({ secret: 'x' }),
  decideClaim: () => ({ accept: true }),
  claimPairing: (random) => ({ code: code(random), name: 'x', platform: '' }),
  subscribePush: () => ({
    endpoint: 'https://push.invalid/x',
    keys: { p256dh: P256DH, auth: 'A'.repeat(22) },
  }),
  unsubscribePush: nothing,
  admin: nothing,
  health: nothing,
  backUp: nothing,
  invite: nothing,
  cancelInvitation: nothing,
  removeAccount: nothing,
}
const names = Object.keys(payloads) as (keyof typeof payloads)[]

/** A call as it should be, of every kind that there is. Most are sends. */
export function rightCall(random: Random, known: Known): Call {
  if (random.below(9) === 0) return signIn
  const name = random.chance(0.4) ? 'send' : random.pick(names)
  const { method } = routeOf(name)
  const event = calls[name].socket ?? 'send'
  // Never the attacker's own device: it would be the end of the attack.
  const path = pathOf(name, random.pick([known.foreignDeviceId, uuid()]))
  return { event, method, path, payload: payloads[name](random, known) }
}

const signIn: Call = {
  ...{ event: 'send', method: 'POST', path: routes.signIn },
  payload: { email: 'nobody@example.test', password: 'wrong password' },
}

function send(random: Random, known: Known) {
  const item = () => ({
    messageId: random.pick([uuid(), known.foreignMessageId]),
    receiverDeviceId: random.pick(['all', known.deviceId, known.foreignDeviceId]),
    content: 'x'.repeat(random.below(100)),
    ...random.pick([{}, {}, ...changes(known)]),
  })
  return { messages: Array.from({ length: 1 + random.below(3) }, item) }
}

const changes = ({ foreignMessageId: targetId }: Known) => [
  { kind: 'edit', targetId },
  { kind: 'delete', targetId: uuid() },
  { kind: 'mark', targetId, contentType: MARK_CONTENT_TYPE, content: '{"pinned":true}' },
]

function pull(random: Random) {
  return {
    after: random.pick([0, 1, random.below(1e9), -1, 2 ** 53]),
    limit: random.pick([1, 1, 10, 2_000, 2_001]),
  }
}

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
