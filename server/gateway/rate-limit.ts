import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { RoostError } from '../../lib/protocol/error.ts'
import { limits } from '../../lib/protocol/limits.ts'

/** A device that was away for long may flush 12,000 messages in tens, that is 1,200 calls at once, and pull as well. */
const CALLS_PER_MINUTE = 6_000
/** Tokens cannot be guessed; this only keeps a client that went wrong from filling the log and the disk's time. */
const WRONG_TOKENS_PER_MINUTE = 60

/** Every method @throws RoostError `rate_limited` with retryAfterMs. */
export interface RateLimits {
  call(deviceId: string): Promise<void>
  wrongToken(address: string): Promise<void>
  /** Runs a claim, unless too many from this address were wrong. A wrong one is one that fails with `not_found`. */
  claim<T>(address: string, claim: () => Promise<T>): Promise<T>
}

export function createRateLimits(on: boolean): RateLimits {
  return on ? limited() : unlimited
}

const unlimited: RateLimits = {
  async call() {},
  async wrongToken() {},
  claim: (_address, claim) => claim(),
}

function limited(): RateLimits {
  const calls = perMinute(CALLS_PER_MINUTE)
  const tokens = perMinute(WRONG_TOKENS_PER_MINUTE)
  const claims = perMinute(limits.pairingWrongPerMinute)
  return {
    call: (deviceId) => consume(calls, deviceId),
    wrongToken: (address) => consume(tokens, address),
    async claim(address, claim) {
      // Counted before it is known to be wrong: otherwise many at once would all be tried before the first one counts.
      await consume(claims, address)
      let wrong = false
      try {
        return await claim()
      } catch (error) {
        wrong = error instanceof RoostError && error.code === 'not_found'
        throw error
      } finally {
        if (!wrong) await claims.reward(address)
      }
    },
  }
}

const perMinute = (points: number) => new RateLimiterMemory({ points, duration: 60 })

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const retryAfterMs = Math.max(1, error.msBeforeNext)
    const seconds = Math.ceil(retryAfterMs / 1000)
    throw new RoostError('rate_limited', `too many tries; try again in ${seconds} seconds`, { retryAfterMs })
  }
}
