import { RateLimiterRes } from 'rate-limiter-flexible'
import { RoostError } from '../../lib/protocol/error.ts'
import { limits } from '../../lib/protocol/limits.ts'
import { type CreateLimiter, inMemory, type Limiter } from '../core/ports/limiter.ts'
import { createSharedCounter } from './shared-counter.ts'

/** A device that was away for long may send 12,000 messages in tens, that is 1,200 calls at once, and pull as well. */
const CALLS_PER_MINUTE = 6_000
/** Tokens cannot be guessed. This limit keeps a broken client from filling the log and the disk. */
const WRONG_TOKENS_PER_MINUTE = 60

/** For each kind and address, right or wrong. */
const ACCOUNT_TRIES_PER_MINUTE = 10

/** For all addresses together: a thousand of them may guess at one account. */
const WRONG_PASSWORDS = { perAccount: 30, minutes: 15 }

/** Every method @throws RoostError `rate_limited` with retryAfterMs. */
export interface RateLimits {
  on: boolean
  call(deviceId: string): Promise<void>
  /** A call that checks a password, or a sign-up, right or wrong. */
  account(kind: 'sign-up' | 'password', address: string): Promise<void>
  wrongToken(address: string): Promise<void>
  /**
   * Runs a claim, unless too many claims from this address were wrong. A claim is wrong when it fails with `not_found`.
   */
  claim<T>(address: string, claim: () => Promise<T>): Promise<T>
  /** Runs a call that checks the password of this account, unless too many were wrong. */
  password<T>(account: string, run: () => Promise<T>, isWrong: (answer: T) => Promise<boolean>): Promise<T>
}

export function createRateLimits(on: boolean, createLimiter: CreateLimiter = inMemory): RateLimits {
  return on ? limited(createLimiter) : unlimited
}

const unlimited: RateLimits = {
  on: false,
  async call() {},
  async account() {},
  async wrongToken() {},
  claim: (_address, claim) => claim(),
  password: (_account, run) => run(),
}

function limited(createLimiter: CreateLimiter): RateLimits {
  const perMinute = (name: string, points: number) => ({ name, points, seconds: 60 })
  const calls = createSharedCounter(perMinute('calls', CALLS_PER_MINUTE), createLimiter)
  const tokens = createLimiter(perMinute('tokens', WRONG_TOKENS_PER_MINUTE))
  const claims = createLimiter(perMinute('claims', limits.pairingWrongPerMinute))
  const tries = createLimiter(perMinute('accounts', ACCOUNT_TRIES_PER_MINUTE))
  const { perAccount: points, minutes } = WRONG_PASSWORDS
  const passwords = createLimiter({ name: 'passwords', points, seconds: minutes * 60 })
  return {
    on: true,
    call: (deviceId) => consume(calls, deviceId),
    account: (kind, address) => consume(tries, `${kind} ${address}`),
    wrongToken: (address) => consume(tokens, address),
    claim: (address, claim) => guess(claims, address, claim, { throwsWhenWrong: isNotFound }),
    password: (account, run, isWrong) => guess(passwords, account, run, { isWrong }),
  }
}

const isNotFound = (error: unknown) => error instanceof RoostError && error.code === 'not_found'

interface Judge<T> {
  isWrong?: (result: T) => Promise<boolean>
  throwsWhenWrong?: (error: unknown) => boolean
}

/** Counts a try before its outcome is known: otherwise many tries at once would all run before the first one counts. */
async function guess<T>(limiter: Limiter, key: string, run: () => Promise<T>, judge: Judge<T>): Promise<T> {
  await consume(limiter, key)
  let wrong = false
  try {
    const result = await run()
    wrong = (await judge.isWrong?.(result)) ?? false
    return result
  } catch (error) {
    wrong = judge.throwsWhenWrong?.(error) ?? false
    throw error
  } finally {
    if (!wrong) await limiter.reward(key)
  }
}

async function consume(limiter: Pick<Limiter, 'consume'>, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const retryAfterMs = Math.max(1, error.msBeforeNext)
    const seconds = Math.ceil(retryAfterMs / 1000)
    throw new RoostError('rate_limited', `too many tries; try again in ${seconds} seconds`, { retryAfterMs })
  }
}
