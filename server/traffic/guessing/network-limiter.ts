import { RateLimiterRes } from 'rate-limiter-flexible'
import type { Bound, CreateLimiter, Limiter } from '../../core/ports/limiter.ts'

/** Something to count: a limiter, and the key under which it counts. */
export type Count = readonly [limiter: Pick<Limiter, 'consume' | 'reward'>, key: string]

/**
 * Counts a try in each of these, or in none: one that refuses must not use up the tries of the others.
 * @throws RateLimiterRes of the first that refuses.
 */
export async function consumeAll(counts: readonly Count[]): Promise<void> {
  const taken: Count[] = []
  for (const [limiter, key] of counts) {
    try {
      await limiter.consume(key)
    } catch (error) {
      if (error instanceof RateLimiterRes) await rewardAll(taken)
      throw error
    }
    taken.push([limiter, key])
  }
}

export async function rewardAll(counts: readonly Count[]): Promise<void> {
  await Promise.all(counts.map(([limiter, key]) => limiter.reward(key)))
}

/** A larger network may try this much more often than a smaller one within it. */
const WIDER = 2

/**
 * A limit for each network of an IPv6 address (/64, /56, /48): a provider gives one customer any of these. An IPv4 address is
 * a network by itself. Returns what to count for an address; `about` separates, for example, accounts.
 */
export function createNetworkLimiter(bound: Bound, createLimiter: CreateLimiter) {
  const limiters = ['', '-56', '-48'].map((suffix, wider) =>
    createLimiter({ ...bound, name: bound.name + suffix, points: bound.points * WIDER ** wider }),
  )
  return (address: string, about = ''): Count[] =>
    networksOf(address).map((network, n) => [limiters[n] as Limiter, `${about} ${network}`])
}

/** The networks of an address as addressOf writes it, the smallest first. */
export function networksOf(address: string): string[] {
  const groups = /^([\da-f]+):([\da-f]+):([\da-f]+):([\da-f]+)::$/.exec(address)
  if (!groups) return [address]
  const [, a, b, c, d = '0'] = groups
  const front = (Number.parseInt(d, 16) & 0xff00).toString(16)
  return [address, `${a}:${b}:${c}:${front}::/56`, `${a}:${b}:${c}::/48`]
}
