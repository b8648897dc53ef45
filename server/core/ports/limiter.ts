import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

/** So much of something for each key, in so many seconds. */
export interface Limiter {
  /** @throws RateLimiterRes when it is too much. */
  consume(key: string, points?: number): Promise<RateLimiterRes>
  reward(key: string): Promise<unknown>
}

export interface Bound {
  /** Of its own among all limits. */
  name: string
  points: number
  seconds: number
}

export type CreateLimiter = (bound: Bound) => Limiter

export const inMemory = ({ points, seconds }: Bound) => new RateLimiterMemory({ points, duration: seconds })
