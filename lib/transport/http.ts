import type * as v from 'valibot'
import { type Transport, TransportError } from '../core/ports.ts'
import { ackAnswerSchema } from '../protocol/batch.ts'
import { routes } from '../protocol/routes.ts'
import { read, readBatch, refusal, resultsSchema } from './answer.ts'

/** Longer than a full batch takes on a slow link; after it the call counts as lost. */
const TIMEOUT_MS = 30_000

export interface HttpCall {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  token?: string
  body?: unknown
  signal?: AbortSignal | undefined
}

/**
 * One HTTP call of the wire; answers the parsed body (undefined where there is none).
 * @throws RoostError when the mother refused, TransportError when the outcome is unknown.
 */
export async function callMother(base: string, call: HttpCall): Promise<unknown> {
  const headers: Record<string, string> = {}
  if (call.token) headers.authorization = `Bearer ${call.token}`
  if (call.body !== undefined) headers['content-type'] = 'application/json'
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  const init: RequestInit = {
    method: call.method,
    headers,
    signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    cache: 'no-store',
    // A device speaks by its token alone; only calls without one may bring the account's cookie.
    credentials: call.token ? 'omit' : 'same-origin',
  }
  if (call.body !== undefined) init.body = JSON.stringify(call.body)
  let response: Response
  let answer: unknown
  try {
    response = await fetch(base + call.path, init)
    const text = await response.text()
    answer = text === '' ? undefined : JSON.parse(text)
  } catch (error) {
    throw new TransportError('The server did not answer.', { cause: error })
  }
  if (!response.ok) throw refusal(answer, `The server answered with status ${response.status}.`)
  return answer
}

/** The mother over HTTP, as one device. `base` is its origin, '' for the page's own. */
export function createHttpTransport(base: string, token: string, signal?: AbortSignal): Transport {
  const call = async <S extends v.GenericSchema>(schema: S, it: Omit<HttpCall, 'token' | 'signal'>) =>
    read(schema, await callMother(base, { ...it, token, signal }))

  return {
    async send(messages) {
      return (await call(resultsSchema, { method: 'POST', path: routes.messages, body: { messages } })).results
    },
    async pull({ after, digest, limit }) {
      const query = new URLSearchParams()
      if (after !== undefined) query.set('after', String(after))
      if (digest !== undefined) query.set('digest', digest)
      if (limit !== undefined) query.set('limit', String(limit))
      return readBatch(await callMother(base, { method: 'GET', path: `${routes.messages}?${query}`, token, signal }))
    },
    ack: (body) => call(ackAnswerSchema, { method: 'POST', path: routes.ack, body }),
  }
}
