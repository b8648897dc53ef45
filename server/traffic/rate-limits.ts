import { RateLimiterRes } from 'rate-limiter-flexible'
import { RoostError } from '../../lib/protocol/error.ts'
import { limits } from '../../lib/protocol/limits.ts'
import { type CreateLimiter, inMemory } from '../core/ports/limiter.ts'
import { type Count, consumeAll, createNetworkLimiter, rewardAll } from './guessing/network-limiter.ts'
import { createSharedCounter } from './shared-counter.ts'

/** A device that was away for long may send 12,000 messages in tens, that is 1,200 calls at once, and pull as well. */
const CALLS_PER_MINUTE = 6_000
/** Tokens cannot be guessed. This limit keeps a broken client from filling the log and the disk. */
const WRONG_TOKENS_PER_MINUTE = 60

/** For each kind and network, right or wrong. */
const ACCOUNT_TRIES_PER_MINUTE = 10

/**
 * Wrong passwords. A browser that has signed in to the account before counts by itself; everybody else counts for the account
 * and their network, and all of them together for the account.
 */
const WRONG_PASSWORDS = { perBrowser: 10, perNetwork: 10, perAccount: 1_000, seconds: 15 * 60 }

export interface PasswordTry {
  /** Any key of the account. */
  account: string
  address: string
  /** The browser's id, if it has signed in to this account before. */
  browser: string | undefined
}

/** Every method @throws RoostError `rate_limited` with retryAfterMs. */
export interface RateLimits {
  on: boolean
  call(deviceId: string): Promise<void>
  /** A sign-up, or a sign-in with a passkey: right or wrong. */
  account(kind: 'sign-up' | 'passkey', address: string): Promise<void>
  wrongToken(address: string): Promise<void>
  /**
   * Runs a claim, unless too many claims from this address were wrong. A claim is wrong when it fails with `not_found`.
   */
  claim<T>(address: string, claim: () => Promise<T>): Promise<T>
  /** Runs a call that checks a password, unless too many were wrong. */
  password<T>(by: PasswordTry, run: () => Promise<T>, isWrong: (answer: T) => Promise<boolean>): Promise<T>
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
  password: (_by, run) => run(),
}

function limited(createLimiter: CreateLimiter): RateLimits {
  const perMinute = (name: string, points: number) => ({ name, points, seconds: 60 })
  const calls = createSharedCounter(perMinute('calls', CALLS_PER_MINUTE), createLimiter)
  const tokens = createNetworkLimiter(perMinute('tokens', WRONG_TOKENS_PER_MINUTE), createLimiter)
  const claims = createNetworkLimiter(perMinute('claims', limits.pairingWrongPerMinute), createLimiter)
  const tries = createNetworkLimiter(perMinute('accounts', ACCOUNT_TRIES_PER_MINUTE), createLimiter)
  const { perBrowser, perNetwork, perAccount, seconds } = WRONG_PASSWORDS
  const ofBrowser = createLimiter({ name: 'passwords-browser', points: perBrowser, seconds })
  const ofNetwork = createNetworkLimiter({ name: 'passwords', points: perNetwork, seconds }, createLimiter)
  const ofAccount = createLimiter({ name: 'passwords-account', points: perAccount, seconds })
  return {
    on: true,
    call: (deviceId) => orRateLimited(calls.consume(deviceId)),
    account: (kind, address) => consume(tries(address, kind)),
    wrongToken: (address) => consume(tokens(address)),
    claim: (address, claim) => guess(claims(address), claim, { throwsWhenWrong: isNotFound }),
    async password({ account, address, browser }, run, isWrong) {
      if (browser !== undefined) return guess([[ofBrowser, browser]], run, { isWrong })
      await consume(tries(address, 'password'))
      return guess([...ofNetwork(address, account), [ofAccount, account]], run, { isWrong })
    },
  }
}

const isNotFound = (error: unknown) => error instanceof RoostError && error.code === 'not_found'

interface Judge<T> {
  isWrong?: (result: T) => Promise<boolean>
  throwsWhenWrong?: (error: unknown) => boolean
}

/** Counts a try before its outcome is known: otherwise many tries at once would all run before the first one counts. */
async function guess<T>(counts: readonly Count[], run: () => Promise<T>, judge: Judge<T>): Promise<T> {
  await consume(counts)
  let wrong = false
  try {
    const result = await run()
    wrong = (await judge.isWrong?.(result)) ?? false
    return result
  } catch (error) {
    wrong = judge.throwsWhenWrong?.(error) ?? false
    throw error
  } finally {
    if (!wrong) await rewardAll(counts)
  }
}

const consume = (counts: readonly Count[]) => orRateLimited(consumeAll(counts))

async function orRateLimited(consumed: Promise<unknown>): Promise<void> {
  try {
    await consumed
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const retryAfterMs = Math.max(1, error.msBeforeNext)
    const seconds = Math.ceil(retryAfterMs / 1000)
    throw new RoostError('rate_limited', `too many tries; try again in ${seconds} seconds`, { retryAfterMs })
  }
}
