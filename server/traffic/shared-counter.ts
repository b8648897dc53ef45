import { RateLimiterRes } from 'rate-limiter-flexible'
import { type Bound, type CreateLimiter, inMemory, type Limiter } from '../core/ports/limiter.ts'

/** One in so many is told to the others, as so many: the bound is as exact as that, times the nodes. */
const TOLD_EVERY = 100

/**
 * Counts what is too frequent to be asked for over the network each time: here at once, and behind everybody's back in
 * `shared`, which holds for all nodes.
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
