import { setTimeout as sleep } from 'node:timers/promises'
import { WebhookStopped } from '../exit-codes.ts'
import { say } from '../say.ts'
import { type Outcome, post, type Target } from './post.ts'
import { MOST_MS } from './retry-after.ts'

export interface Patience {
  /** Bounds the wait before the first retry, in ms; each further one is twice as long, at most `longestMs`. */
  backoffMs: number
  longestMs: number
  /** How long one message may fail, in ms. */
  giveUpMs: number
}

export interface Delivery {
  id: string
  /** How a person finds it. */
  version: number
  body: string
}

/**
 * Posts one message until the receiver has taken it. False: the command was asked to end, and the message comes again next
 * time. A try that runs at that moment is finished first. @throws WebhookStopped
 */
export async function deliver(
  { id, version, body }: Delivery,
  target: Target,
  patience: Patience,
  ends: AbortSignal,
): Promise<boolean> {
  // This clock stands still while the computer sleeps, so a night with a closed lid is no failure.
  const began = performance.now()
  for (let tries = 0; ; tries++) {
    const outcome = await post(target, id, body)
    if (outcome.ok) return true
    if (outcome.gone) throw new WebhookStopped(`${target.url.origin} wants no more messages: it ${outcome.why}`)
    const left = patience.giveUpMs - (performance.now() - began)
    if (left <= 0) {
      const hours = inWords(patience.giveUpMs)
      throw new WebhookStopped(`${target.url.origin} has failed for ${hours}, at last because it ${outcome.why}`)
    }
    if (ends.aborted) return false
    // The last try is at the end of the patience.
    const ms = Math.min(waitMs(tries, patience, outcome), left)
    say(`message ${version}: ${target.url.origin} ${outcome.why}; again in ${inWords(ms)}`)
    await sleep(ms, undefined, { signal: ends }).catch(() => {})
    if (ends.aborted) return false
  }
}

/** Between half of a doubling bound and all of it, so that webhooks that failed together do not come back together. */
function waitMs(tries: number, { backoffMs, longestMs }: Patience, { retryAfterMs }: Outcome & { ok: false }): number {
  const bound = Math.min(longestMs, backoffMs * 2 ** tries)
  return Math.min(MOST_MS, Math.max(retryAfterMs, bound * (0.5 + Math.random() / 2)))
}

function inWords(ms: number): string {
  const [size, unit] = ms < 120_000 ? [1_000, 's'] : ms < 7_200_000 ? [60_000, 'min'] : [3_600_000, 'h']
  return `${Math.ceil(ms / (size as number))} ${unit}`
}
