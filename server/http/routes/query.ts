import { type CallName, httpCalls, liveCalls } from '../../../lib/protocol/calls.ts'
import { listRequestSchema } from '../../../lib/protocol/device.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { HttpContext } from '../env.ts'
import { isText } from './text-form.ts'

/** A misspelled `to` must never send to everybody, and of two values the server must not choose one. */
export const checkQuery = (c: HttpContext, call: CallName) => checkQueryNames(c, queryOf(c, call))

export function checkQueryNames(c: HttpContext, known: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of new URL(c.req.url).searchParams.keys()) {
    if (!known.includes(name)) throw wrong(name, 'there is no such query parameter')
    if (seen.has(name)) throw wrong(name, 'must be given once')
    seen.add(name)
  }
}

/** Leaves all but plain digits as it is, so that the server refuses it by the name of the field. */
export const plainNumber = (text: string | undefined) =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : text

function queryOf(c: HttpContext, call: CallName): readonly string[] {
  if (call === 'listDevices') return Object.keys(listRequestSchema.entries)
  if (call === 'pull') return Object.keys(liveCalls.pull.request.entries)
  if (call === 'activity') return Object.keys(httpCalls.activity.request.entries)
  if (call === 'bin') return Object.keys(httpCalls.bin.request.entries)
  return call === 'send' && isText(c) ? ['to'] : []
}

const wrong = (name: string, reason: string) => new RoostError('invalid_request', `${name}: ${reason}`)
