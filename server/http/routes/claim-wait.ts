import { RoostError } from '../../../lib/protocol/error.ts'
import type { Collected } from '../../core/mother.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { createSlotsPerKey } from '../../traffic/slots-per-key.ts'
import type { HttpContext } from '../env.ts'

/** Shorter than the 30 s after which proxies and this server close a silent connection. */
const WAIT_MS = 25_000
/** A program needs one, and a second while it finds out that the first was lost. */
const WAITS_PER_CLAIM = 2

type Wait = (c: HttpContext, claimId: string, collect: () => Promise<Collected>) => Promise<Collected>

/** Holds the answer to a claim that waits until it is decided, or for 25 s. A node that stops answers at once. */
export function createClaimWait({ bus, calls, rateLimits }: GatewayDeps): Wait {
  const slots = createSlotsPerKey(WAITS_PER_CLAIM)

  return async (c, claimId, collect) => {
    const first = await collect().catch(async (error) => {
      if (error instanceof RoostError && error.code === 'not_found') await rateLimits.wrongToken(c.get('address'))
      throw error
    })
    if (!('waiting' in first)) return first
    const release = slots.take(claimId)
    if (!release) throw tooManyWaits()

    const gone = new AbortController()
    c.env.outgoing.once('close', () => gone.abort())
    const late = AbortSignal.any([AbortSignal.timeout(WAIT_MS), calls.stopping, gone.signal])
    let wake = () => {}
    late.addEventListener('abort', () => wake())
    const unsubscribe = bus.subscribe(first.waiting.userId, ({ type }) => {
      if (type === 'pairing' || type === 'missed') wake()
    })
    try {
      for (;;) {
        const changed = new Promise<void>((resolve) => {
          wake = resolve
        })
        // A caller that is gone must not use up its claim: the new device would have no holder.
        if (gone.signal.aborted) return first
        const now = await collect()
        if (!('waiting' in now) || late.aborted) return now
        await changed
      }
    } finally {
      unsubscribe()
      release()
    }
  }
}

const tooManyWaits = () => new RoostError('rate_limited', 'this claim is waited for already', { retryAfterMs: 1_000 })
