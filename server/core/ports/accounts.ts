import type { BetterAuthOptions } from 'better-auth'
import { RoostError } from '../../../lib/protocol/error.ts'

/** Accounts and sessions, stored beside the messages, in tables that the account library makes. */
export interface Accounts {
  /** In the form that the account library takes. */
  database: NonNullable<BetterAuthOptions['database']>
  /** Runs while no other node changes the tables. */
  whileMigrating(run: () => Promise<void>): Promise<void>
  /** Whether there is an account. */
  any(): Promise<boolean>
  /**
   * Makes an account, or leaves nothing of it. With a `guard`, which may throw, no node makes another account from the
   * moment the guard answers until this one is made.
   */
  make<T>(guard: (() => Promise<void>) | undefined, make: () => Promise<T>): Promise<T>
  /** Before anything is read or written. @throws RoostError `unavailable`. */
  requireUsable?(): void
  /**
   * Turns an error of the database into a refusal for the caller if it will pass, or if the account was deleted meanwhile;
   * returns any other error as it is.
   */
  toRefusal(error: unknown): unknown
  close(): Promise<void>
}

/** A session or a passkey that is being made for an account has nowhere to go once the account is deleted. */
export const accountGone = () => new RoostError('unauthenticated', 'This account was deleted meanwhile')
