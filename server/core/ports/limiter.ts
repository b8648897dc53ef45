import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

/** Allows `points` in `seconds` for each key. */
export interface Limiter {
  /** @throws RateLimiterRes when the key has used up its points. */
  consume(key: string, points?: number): Promise<RateLimiterRes>
  reward(key: string): Promise<unknown>
}

export interface Bound {
  /** Unique among all limits. */
  name: string
  points: number
  seconds: number
}

export type CreateLimiter = (bound: Bound) => Limiter

export const inMemory = ({ points, seconds }: Bound) => new RateLimiterMemory({ points, duration: seconds })
