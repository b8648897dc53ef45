import { RateLimiterRedis } from 'rate-limiter-flexible'
import { type CreateLimiter, inMemory } from '../core/ports/limiter.ts'
import type { RedisLink } from './link.ts'

/** Limits that count for all nodes together; while Redis is away each node counts alone. */
export function createRedisLimiters(link: RedisLink): CreateLimiter {
  // The only client method that the library needs here.
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
