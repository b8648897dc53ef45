import { RateLimiterRedis } from 'rate-limiter-flexible'
import { type CreateLimiter, inMemory } from '../core/ports/limiter.ts'
import type { RedisLink } from './link.ts'

/** Limits that hold for all nodes together; each counts for itself while Redis is away. */
export function createRedisLimiters(link: RedisLink): CreateLimiter {
  // All that the library asks of its client for what we use of it.
  const storeClient = {
    eval: (script: string, on: { keys: string[]; arguments: string[] }) => link.ask((it) => it.eval(script, on)),
  }
  return (bound) =>
    new RateLimiterRedis({
      storeClient,
      useRedisPackage: true,
      keyPrefix: `roost:limit:${bound.name}`,
      points: bound.points,
      duration: bound.seconds,
      insuranceLimiter: inMemory(bound),
    })
}
