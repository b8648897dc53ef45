import { Agent, request } from 'node:https'
import webPush from 'web-push'
import type { PushOutcome, SendHint } from '../core/ports/push.ts'
import { hostOf } from '../core/push/check-subscription.ts'
import { guardedLookup, type Network, PrivateAddress, requirePublic } from './lookup.ts'
import type { Vapid } from './vapid.ts'

export interface SendHintDeps {
  vapid: Vapid
  network: Network
  now: () => number
  /** Takes a refusal that an operator should know of. */
  refused: (why: string) => void
}

const TTL_SECONDS = 3 * 24 * 60 * 60
/** A push service that does not answer by then is tried again later. */
const ANSWER_MS = 10_000
const SOCKETS = 16

/** Sends hints over HTTPS. Redirects are not followed: they could lead anywhere. */
export function createSendHint({ vapid, network, now, refused }: SendHintDeps): SendHint {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS, maxFreeSockets: SOCKETS, timeout: ANSWER_MS })
  const lookup = guardedLookup(network)

  return async (subscription, hint, urgency) => {
    const url = new URL(subscription.endpoint)
    try {
      requirePublic(network, hostOf(url))
      const options = { vapidDetails: vapid, TTL: TTL_SECONDS, topic: 'inbox', urgency } as const
      const { headers, body } = webPush.generateRequestDetails(subscription, JSON.stringify(hint), options)
      const answer = await post(url, { agent, lookup, ca: network.ca, headers }, body)
      const outcome = judge(answer, now())
      if (outcome === 'refused') refused(`The push service at ${url.host} refuses hints with status ${answer.status}`)
      return outcome
    } catch (error) {
      if (!(error instanceof PrivateAddress)) return { again: { afterMs: undefined } }
      refused(`A push service was not called: ${error.message}`)
      return 'refused'
    }
  }
}

interface Answer {
  status: number
  retryAfter: string | undefined
}

/** RFC 8030 and what push services do: 404 and 410 mean that the subscription is no more. */
export function judge({ status, retryAfter }: Answer, now: number): PushOutcome {
  if (status >= 200 && status < 300) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  if (status === 429 || status >= 500) return { again: { afterMs: waitOf(retryAfter, now) } }
  return 'refused'
}

/** Retry-After is a number of seconds or a date. */
function waitOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined
  const ms = /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now
  return Number.isFinite(ms) && ms > 0 ? ms : undefined
}

function post(url: URL, options: object, body: Buffer | null): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(ANSWER_MS)
    const sent = request(url, { method: 'POST', signal, ...options }, (response) => {
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] })
      response.on('error', () => {})
      response.resume()
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
