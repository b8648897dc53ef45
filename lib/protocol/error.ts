import * as v from 'valibot'
import { versionSchema } from './values/ids.ts'
import { object } from './values/object.ts'

/** Every code of the wire with its HTTP status. */
export const errorStatus = {
  unauthenticated: 401,
  revoked: 401,
  forbidden: 403,
  not_found: 404,
  invalid_request: 400,
  payload_too_large: 413,
  unknown_receiver: 422,
  conflict: 409,
  cursor_expired: 410,
  history_forked: 409,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
  incomplete: 409,
  quota_exceeded: 507,
} as const

export type ErrorCode = keyof typeof errorStatus

export const errorCodeSchema = v.picklist(Object.keys(errorStatus) as ErrorCode[])

export const protocolErrorSchema = object({
  code: errorCodeSchema,
  message: v.string(),
  retryAfterMs: v.optional(v.number()),
  floor: v.optional(versionSchema),
  head: v.optional(versionSchema),
  /** While a file is on its way: the server has received so many bytes of its size. */
  received: v.optional(versionSchema),
  size: v.optional(versionSchema),
  /** The files of the account take so many bytes, and may take `quota`. */
  used: v.optional(versionSchema),
  quota: v.optional(versionSchema),
})

export type ProtocolError = v.InferOutput<typeof protocolErrorSchema>

type Detail = Omit<ProtocolError, 'code' | 'message'>

/** A ProtocolError on its way through our own code. The other side receives exactly `wire`. */
export class RoostError extends Error {
  readonly wire: ProtocolError
  constructor(code: ErrorCode, message: string, detail: Detail = {}) {
    super(message)
    this.name = 'RoostError'
    this.wire = { code, message, ...detail }
  }
  get code(): ErrorCode {
    return this.wire.code
  }
  static from(wire: ProtocolError): RoostError {
    const { code, message, ...detail } = wire
    return new RoostError(code, message, detail)
  }
}

/** Whether the server may store the same request later. Every other refusal is final. */
export function isTransient(code: ErrorCode): boolean {
  return code === 'rate_limited' || code === 'unavailable' || code === 'internal'
}
