import { type Transport, TransportError } from '../core/ports.ts'
import { type AnswerOf, type CallName, pathOf, type RequestOf, routeOf } from '../protocol/calls.ts'
import { readAnswer, refusal } from './answer.ts'
import { transportOver } from './transport-over.ts'

/** A full batch arrives within this time on a slow link. After it the call counts as lost. */
const TIMEOUT_MS = 30_000

export interface HttpCall<C extends CallName> {
  request?: RequestOf<C>
  /** Fills the place for an id in the path of the call. */
  id?: string
  /** Without it the account's cookie identifies the person. With an empty one the call carries neither. */
  token?: string
  /** Sends the cookie beside the token: the call needs a device and a person. */
  withSession?: boolean
  signal?: AbortSignal | undefined
}

/**
 * Makes one call of the wire over HTTP. `base` is the server's origin, '' for the page's own.
 * @throws RoostError when the server refused, TransportError when the outcome is unknown.
 */
export async function callOverHttp<C extends CallName>(
  base: string,
  call: C,
  { request, id, token, withSession, signal }: HttpCall<C>,
): Promise<AnswerOf<C>> {
  const { method } = routeOf(call)
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  const init: RequestInit = {
    method,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    cache: 'no-store',
    // A device identifies itself by its token alone. Other calls send the account's cookie.
    credentials: token !== undefined && !withSession ? 'omit' : credentialsFor(base),
  }
  const headers: Record<string, string> = {}
  if (token) headers.authorization = `Bearer ${token}`
  let url = base + pathOf(call, id)
  if (method === 'GET') url += queryOf(request)
  else if (request !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(request)
  }
  return readAnswer(call, await exchange(url, { ...init, headers }))
}

async function exchange(url: string, init: RequestInit): Promise<unknown> {
  let response: Response
  let answer: unknown
  try {
    response = await fetch(url, init)
    const text = await response.text()
    answer = text === '' ? undefined : JSON.parse(text)
  } catch (error) {
    throw new TransportError('no_answer', { cause: error })
  }
  if (!response.ok) throw refusal(answer, `status ${response.status}`)
  return answer
}

function queryOf(request: object = {}): string {
  const fields = Object.entries(request).filter(([, value]) => value !== undefined)
  return fields.length === 0 ? '' : `?${new URLSearchParams(fields.map(([name, value]) => [name, String(value)]))}`
}

/** The browser sends the account's cookie to the server, even if the page is from another origin. */
export const credentialsFor = (base: string): RequestCredentials => (base === '' ? 'same-origin' : 'include')

/** The calls of one device over HTTP. */
export function createHttpTransport(base: string, token: string, signal?: AbortSignal): Transport {
  return transportOver((call, request) => callOverHttp(base, call, { request, token, signal }))
}
