import { randomUUID } from 'node:crypto'
import { type CallName, callNames, calls, pathOf, routeOf } from '../../../lib/protocol/calls.ts'
import { PASSWORD } from '../../../tests/kit/clients/account.ts'
import type { accountFields } from '../../http/accounts/account-fields.ts'
import type { World } from './world.ts'

/** A point of the curve P-256. */
const P256DH = 'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU'

/** Right payloads of all calls: what is refused is refused for the right alone. A new call does not compile without its own. */
const payloads: Record<CallName, (world: World) => object> = {
  send: () => ({ messages: [{ messageId: randomUUID(), receiverDeviceId: 'all', content: 'too late' }] }),
  pull: () => ({}),
  acknowledge: () => ({ version: 1 }),
  markRead: () => ({ version: 1 }),
  about: () => ({}),
  inbox: () => ({}),
  activity: () => ({}),
  bin: () => ({}),
  emptyBin: () => ({}),
  createDevice: () => ({ name: 'too late' }),
  listDevices: () => ({}),
  renameDevice: () => ({ name: 'too late' }),
  revokeDevice: () => ({}),
  offerPairing: () => ({}),
  cancelPairing: () => ({}),
  waitingClaims: () => ({}),
  lookAtPairing: ({ code }) => ({ code }),
  claimPairing: ({ code }) => ({ code, name: 'too late' }),
  decideClaim: () => ({ accept: true }),
  collectClaim: () => ({ secret: 'x'.repeat(43) }),
  subscribePush: () => ({
    endpoint: 'https://push.invalid/x',
    keys: { p256dh: P256DH, auth: 'A'.repeat(22) },
  }),
  unsubscribePush: () => ({}),
  admin: () => ({}),
  health: () => ({}),
  backUp: () => ({}),
  invite: () => ({}),
  cancelInvitation: () => ({}),
  removeAccount: () => ({}),
}

/** The account library's calls, by the same rule. */
const accountPayloads: Record<keyof typeof accountFields, (world: World) => object> = {
  '/sign-up/email': () => ({ name: 'x', email: `${randomUUID()}@example.test`, password: PASSWORD }),
  '/sign-in/email': ({ account }) => ({ email: account.email, password: PASSWORD }),
  '/change-password': () => ({ currentPassword: PASSWORD, newPassword: 'the password of a thief' }),
  '/delete-user': () => ({ password: PASSWORD }),
  '/sign-out': () => ({}),
  '/revoke-session': () => ({ token: 'x' }),
  '/revoke-other-sessions': () => ({}),
  '/passkey/verify-registration': () => ({ name: 'x', response: { id: 'x', response: { clientDataJSON: 'x' } } }),
  '/passkey/verify-authentication': () => ({ response: { id: 'x', response: { clientDataJSON: 'x' } } }),
  '/passkey/delete-passkey': () => ({ id: 'x' }),
}

/** These calls show a code, or what came of it; every other one a device's token, or the cookie of a sign-in. */
export type Right = 'token' | 'cookie' | 'code' | 'password' | 'none'
const byCode: readonly CallName[] = ['lookAtPairing', 'claimPairing', 'collectClaim']
const rightsFor = (call: CallName): Right[] => (byCode.includes(call) ? ['code'] : ['token', 'cookie'])
const rightFor: Partial<Record<string, Right>> = {
  '/sign-up/email': 'none',
  '/sign-in/email': 'password',
  '/passkey/verify-authentication': 'none',
  // Answers every caller that nobody is signed in.
  '/sign-out': 'none',
}

export interface Asked {
  name: string
  method: string
  path: string
  right: Right
  payload: object
}

const callsWithBody = callNames.filter((it) => routeOf(it).method !== 'GET' && calls[it].request.type !== 'undefined')

/** Every call that takes a body, with every right that opens it. */
export function allWithBody(world: World): Asked[] {
  const ofWire = callsWithBody.flatMap((name) =>
    rightsFor(name).map((right) => ({
      ...{ name, right, payload: payloads[name](world) },
      ...{ method: routeOf(name).method, path: pathOf(name, world.phone.deviceId) },
    })),
  )
  const ofAccounts = Object.entries(accountPayloads).map(([name, payload]) => ({
    ...{ name, right: rightFor[name] ?? ('cookie' as const), payload: payload(world) },
    ...{ method: 'POST', path: `/api/auth${name}` },
  }))
  return [...ofWire, ...ofAccounts]
}
