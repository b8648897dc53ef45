import { demand, same, short } from '../judge/demand.ts'
import type { Answer } from './http.ts'
import type { Message, SendResult } from './wire.ts'

/** The statuses of docs/protocol.md#errors. */
const statuses: Readonly<Record<string, number>> = {
  ...{ unauthenticated: 401, revoked: 401, forbidden: 403, not_found: 404, invalid_request: 400 },
  ...{ payload_too_large: 413, unknown_receiver: 422, conflict: 409, cursor_expired: 410, history_forked: 409 },
  ...{ rate_limited: 429, unavailable: 503, incomplete: 409, quota_exceeded: 507, internal: 500 },
}

/** Demands that a whole call was refused with this code, and with the code's own status. */
export function expectRefusal(answer: Answer, code: string, what: string): void {
  demand(
    answer.json?.error?.code === code && typeof answer.json.error.message === 'string',
    `${what}: expected the error ${code}, got ${answer.status} ${short(answer.json ?? answer.text)}`,
  )
  same(answer.status, statuses[code], `${what}: the status of ${code}`)
}

/** Demands that one message of a send was refused with this code. */
export function expectRefused(result: SendResult | undefined, code: string, what: string): void {
  demand(
    result?.ok === false && result.error.code === code && typeof result.error.message === 'string',
    `${what}: expected a refusal with ${code}, got ${short(result)}`,
  )
}

export function expectStatus(answer: Answer, status: number, what: string): void {
  demand(
    answer.status === status,
    `${what}: expected ${status}, got ${answer.status} ${short(answer.json ?? answer.text)}`,
  )
}

export const versionsOf = (messages: readonly { version: number }[]) => messages.map((it) => it.version)
export const contentsOf = (messages: readonly Message[]) => messages.map((it) => it.content)
