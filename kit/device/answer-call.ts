import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { ProtocolError } from '../server/wire.ts'
import type { ClientCall } from './faults.ts'
import type { History } from './history.ts'

/** The account of the tested client, with two more devices that are the kit's. */
export interface Account {
  history: History
  userId: string
  client: string
  other: string
  third: string
  devices: string[]
  /** The client's token; undefined until it is paired. */
  token: string | undefined
  code: string
  /** How the account treats the client: a removed device, or one that nobody knows. */
  state: 'member' | 'revoked' | 'unknown'
  lastReceivedVersion: number
  readUpTo: number
  heartbeatMs: number
  hasStream: boolean
}

/** A whole call is refused. */
export class Refusal extends Error {
  readonly status: number
  readonly error: ProtocolError
  constructor(status: number, code: string, more: Partial<ProtocolError> = {}) {
    super(code)
    this.status = status
    this.error = { code, message: `the kit says ${code}`, ...more }
  }
}

interface JsonAnswer {
  status: number
  json?: unknown
}

/** Answers a call as the page says. @throws Refusal. */
export function answerCall(
  account: Account,
  call: ClientCall,
  query: URLSearchParams,
  token: string | undefined,
): JsonAnswer {
  const [path = ''] = call.path.split('?')
  if (path === '/v1/about') return ok({ ...about, features: features(account) })
  if (path === '/v1/pairings/look') return look(account, call)
  if (path === '/v1/pairings/claim') return claim(account, call)
  identify(account, token)
  const { history, client } = account
  const { head, floor } = history
  if (call.name === 'pull') return ok(pull(account, query))
  if (call.name === 'send') return send(account, call)
  if (call.name === 'ack') return acknowledge(account, call)
  if (path === '/v1/inbox') return ok({ head, floor, digest: history.digestAt(head), readUpTo: account.readUpTo })
  if (path === '/v1/read') {
    account.readUpTo = Math.max(account.readUpTo, Number(call.body?.version) || 0)
    return ok({ readUpTo: account.readUpTo })
  }
  if (path === '/v1/devices' && call.method === 'GET') return ok(deviceList(account))
  if (path === `/v1/devices/${client}` && call.method === 'DELETE') {
    account.state = 'revoked'
    return { status: 204 }
  }
  throw new Refusal(404, 'not_found')
}

const ok = (json: unknown): JsonAnswer => ({ status: 200, json })
const about = { product: 'roost', version: 'kit', protocol: '1.1', signup: 'closed', accountExists: true }
export const features = ({ hasStream }: Account) => ['read', 'marks', 'access', ...(hasStream ? ['stream'] : [])]

export const bearerOf = (request: IncomingMessage) =>
  /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1]

/** @throws Refusal for a caller that is not the client, and for a client that was removed. */
export function identify(account: Account, token: string | undefined): void {
  if (token === undefined || token !== account.token || account.state === 'unknown') {
    throw new Refusal(401, 'unauthenticated')
  }
  if (account.state === 'revoked') throw new Refusal(401, 'revoked')
}

/** @throws Refusal when this is no position of the history. */
export function checkPosition({ history }: Account, after: number, digest: string | null): void {
  const { head, floor } = history
  if (!Number.isSafeInteger(after) || after < 0) throw new Refusal(400, 'invalid_request')
  if (after > head) throw new Refusal(409, 'history_forked', { head, floor })
  if (after < floor) throw new Refusal(410, 'cursor_expired', { head, floor })
  if (digest !== null && digest !== history.digestAt(after)) throw new Refusal(409, 'history_forked', { head, floor })
}

/** The position that a query names. @throws Refusal. */
export function positionIn(account: Account, query: URLSearchParams): number {
  const named = query.get('after')
  if (named === null && query.has('digest')) throw new Refusal(400, 'invalid_request')
  const after = named === null ? account.lastReceivedVersion : Number(named)
  // An expired position of the server's own is told like any other. A new device begins at the floor.
  const start = named === null && account.lastReceivedVersion === 0 ? account.history.floor : after
  checkPosition(account, start, query.get('digest'))
  return start
}

function pull(account: Account, query: URLSearchParams) {
  const limit = Number(query.get('limit') ?? 500)
  return account.history.batch(account.client, positionIn(account, query), { limit })
}

function send(account: Account, { body }: ClientCall): JsonAnswer {
  const messages = body?.messages
  if (!Array.isArray(messages) || messages.length < 1 || messages.length > 500)
    throw new Refusal(400, 'invalid_request')
  const results = messages.map((it) => account.history.append(account.client, it, account.devices))
  return ok({ results })
}

function acknowledge(account: Account, { body }: ClientCall): JsonAnswer {
  const { version, digest = null } = body ?? {}
  checkPosition(account, version, digest)
  account.lastReceivedVersion = Math.max(account.lastReceivedVersion, version)
  return ok({ lastReceivedVersion: account.lastReceivedVersion })
}

function look(account: Account, { body }: ClientCall): JsonAnswer {
  if (body?.code !== account.code) throw new Refusal(404, 'not_found')
  return ok({ account: 'k…t@example.test', offeredBy: 'Kit', confirm: false, access: 'full' })
}

function claim(account: Account, { body }: ClientCall): JsonAnswer {
  if (body?.code !== account.code || account.token !== undefined) throw new Refusal(404, 'not_found')
  account.token = randomUUID()
  return { status: 201, json: { userId: account.userId, deviceId: account.client, token: account.token } }
}

export function deviceList({ devices, client, lastReceivedVersion }: Account) {
  const at = Date.now()
  return {
    devices: devices.map((deviceId, n) => ({
      ...{ deviceId, name: `Device ${n}`, platform: 'kit', createdAt: at, lastSeen: at, online: deviceId === client },
      ...{ lastReceivedVersion: deviceId === client ? lastReceivedVersion : 0, access: 'full', joinedAtVersion: 0 },
    })),
    former: [],
  }
}
