import * as v from 'valibot'
import { aboutSchema } from './about.ts'
import { activityListSchema, activityRequestSchema } from './activity.ts'
import { adminSchema, backupSchema, healthSchema, newInvitationSchema } from './admin.ts'
import { ackAnswerSchema, ackRequestSchema, batchSchema, pullRequestSchema } from './batch.ts'
import { binRequestSchema, binSchema } from './bin.ts'
import {
  credentialsSchema,
  deviceInfoSchema,
  deviceListSchema,
  listRequestSchema,
  newDeviceSchema,
  renameSchema,
} from './device.ts'
import {
  claimAnswerSchema,
  claimSchema,
  codeSchema,
  collectAnswerSchema,
  decisionSchema,
  lookSchema,
  newPairingSchema,
  pairingOfferSchema,
  secretSchema,
  waitingClaimsSchema,
} from './pairing.ts'
import { inboxSchema, markReadSchema, readUpToSchema } from './read.ts'
import { sendAnswerSchema, sendEnvelopeSchema } from './send.ts'
import { object } from './values/object.ts'

/** A row of the tables below. */
interface Call {
  /** Method and path. A part such as `:deviceId` stands for an id; a path has one at most. */
  http: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /v1/${string}`
  /** The event of the same call on a socket. */
  socket?: string
  /** A GET carries it as its query, every other method as JSON. */
  request: v.GenericSchema
  answer: v.GenericSchema
  /** The status of a successful answer; 200 by default. A call that may wait answers 202 until it is done. */
  status?: 201 | 204
}

const nothing = v.undefined()

/**
 * A device makes these calls over its socket or over HTTP, with the same answers. Each is named after its method in the
 * server's domain. Gateways, transports, metrics and test recorders read this table, so that a new call needs only a
 * new row.
 */
export const liveCalls = {
  send: { http: 'POST /v1/messages', socket: 'send', request: sendEnvelopeSchema, answer: sendAnswerSchema },
  pull: { http: 'GET /v1/messages', socket: 'pull', request: pullRequestSchema, answer: batchSchema },
  acknowledge: { http: 'POST /v1/ack', socket: 'ack', request: ackRequestSchema, answer: ackAnswerSchema },
  markRead: { http: 'POST /v1/read', socket: 'read', request: markReadSchema, answer: readUpToSchema },
} as const satisfies Record<string, Call & { socket: string }>

/** These calls exist over HTTP only. */
export const httpCalls = {
  about: { http: 'GET /v1/about', request: nothing, answer: aboutSchema },
  inbox: { http: 'GET /v1/inbox', request: nothing, answer: inboxSchema },
  bin: { http: 'GET /v1/bin', request: binRequestSchema, answer: binSchema },
  emptyBin: { http: 'DELETE /v1/bin', request: nothing, answer: nothing, status: 204 },
  activity: { http: 'GET /v1/activity', request: activityRequestSchema, answer: activityListSchema },
  createDevice: { http: 'POST /v1/devices', request: newDeviceSchema, answer: credentialsSchema, status: 201 },
  listDevices: { http: 'GET /v1/devices', request: listRequestSchema, answer: deviceListSchema },
  renameDevice: { http: 'PATCH /v1/devices/:deviceId', request: renameSchema, answer: deviceInfoSchema },
  revokeDevice: { http: 'DELETE /v1/devices/:deviceId', request: nothing, answer: nothing, status: 204 },
  offerPairing: { http: 'POST /v1/pairings', request: newPairingSchema, answer: pairingOfferSchema, status: 201 },
  cancelPairing: { http: 'DELETE /v1/pairings/:pairingId', request: nothing, answer: nothing, status: 204 },
  waitingClaims: { http: 'GET /v1/pairings/claims', request: nothing, answer: waitingClaimsSchema },
  lookAtPairing: { http: 'POST /v1/pairings/look', request: codeSchema, answer: lookSchema },
  claimPairing: { http: 'POST /v1/pairings/claim', request: claimSchema, answer: claimAnswerSchema, status: 201 },
  collectClaim: {
    http: 'POST /v1/pairings/claims/:claimId',
    request: secretSchema,
    answer: collectAnswerSchema,
    status: 201,
  },
  decideClaim: {
    http: 'POST /v1/pairings/claims/:claimId/decide',
    request: decisionSchema,
    answer: nothing,
    status: 204,
  },
  // The server checks it by `subscriptionSchema`, which no first visit has to load.
  subscribePush: { http: 'PUT /v1/push', request: object({}), answer: nothing, status: 204 },
  unsubscribePush: { http: 'DELETE /v1/push', request: nothing, answer: nothing, status: 204 },
  admin: { http: 'GET /v1/admin', request: nothing, answer: adminSchema },
  health: { http: 'GET /v1/admin/health', request: nothing, answer: healthSchema },
  backUp: { http: 'POST /v1/admin/backups', request: nothing, answer: backupSchema, status: 201 },
  invite: { http: 'POST /v1/admin/invitations', request: nothing, answer: newInvitationSchema, status: 201 },
  cancelInvitation: {
    http: 'DELETE /v1/admin/invitations/:invitationId',
    request: nothing,
    answer: nothing,
    status: 204,
  },
  removeAccount: { http: 'DELETE /v1/admin/accounts/:accountId', request: nothing, answer: nothing, status: 204 },
} as const satisfies Record<string, Call>

export const calls: Record<CallName, Call> = { ...liveCalls, ...httpCalls }

type Calls = typeof liveCalls & typeof httpCalls
export type LiveCall = keyof typeof liveCalls
export type CallName = keyof Calls
export type RequestOf<C extends CallName> = v.InferInput<Calls[C]['request']>
export type AnswerOf<C extends CallName> = v.InferOutput<Calls[C]['answer']>

export const liveCallNames = Object.keys(liveCalls) as LiveCall[]
export const callNames = Object.keys(calls) as CallName[]

/** The method of a call, and its path as a router takes it. */
export function routeOf(call: CallName): { method: string; path: string } {
  const [method = '', path = ''] = calls[call].http.split(' ')
  return { method, path }
}

/** The path of a call. `id` is required where the table has a place for one. */
export function pathOf(call: CallName, id = ''): string {
  return routeOf(call).path.replace(/:\w+/, encodeURIComponent(id))
}
