import { RateLimiterRes } from 'rate-limiter-flexible'
import { type Bound, type CreateLimiter, inMemory, type Limiter } from '../core/ports/limiter.ts'

/** Reports to the shared limiter in steps of this size, so the limit is exact to one step per node. */
const TOLD_EVERY = 100

/**
 * A limit on calls that are too frequent for a network round trip each: it counts here at once, and reports to
 * `shared`, which counts for all nodes, in the background.
 */
export function createSharedCounter(bound: Bound, createLimiter: CreateLimiter): Pick<Limiter, 'consume'> {
  const own = inMemory(bound)
  const shared = createLimiter(bound)

  async function tell(key: string): Promise<void> {
    try {
      await shared.consume(key, TOLD_EVERY)
    } catch (error) {
      if (error instanceof RateLimiterRes) await own.block(key, Math.ceil(error.msBeforeNext / 1000))
    }
  }

  return {
    async consume(key) {
      const result = await own.consume(key)
      if (result.consumedPoints % TOLD_EVERY === 0) void tell(key)
      return result
    },
  }
}
