import type { BetterAuthOptions } from 'better-auth'

/** Where accounts and sessions are kept: beside the messages, in tables that the account library makes. */
export interface Accounts {
  /** As the library wants it. */
  database: NonNullable<BetterAuthOptions['database']>
  /** Runs while no other node changes the tables. */
  whileMigrating(run: () => Promise<void>): Promise<void>
  /** Whether somebody can sign in. */
  any(): Promise<boolean>
  /**
   * Makes an account, or leaves nothing of it. With a `guard`, which may throw, nobody makes another one between its answer
   * and the end, on any node.
   */
  make<T>(guard: (() => Promise<void>) | undefined, make: () => Promise<T>): Promise<T>
  /** Ends the user's sessions but for the one with this token. */
  endSessions(userId: string, butToken: string): Promise<void>
  /** What the database could not do, as whoever called is to be told. */
  toRefusal(error: unknown): unknown
  close(): Promise<void>
}
