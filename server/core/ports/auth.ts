import type { OpenInvitation } from '../../../lib/protocol/admin.ts'

/** The gateway writes the caller's address here, after it has decided which proxies to believe. */
export const ADDRESS_HEADER = 'x-roost-address'
export const COOKIE_PREFIX = 'roost'

export interface Auth {
  signUp: SignUp
  /** Answers `/api/auth/*`. @throws RoostError `unavailable`; any error that is no refusal. */
  handle(request: Request): Promise<Response>
  /** The session of the cookie, or null. A call that acts by it lets the store check it again, see Asker. */
  sessionOf(headers: Headers): Promise<Session | null>
  /** Ends all other sign-ins of the account, also those that are still being made. */
  endOthers(session: Session): Promise<void>
  users: Users
  invitations: Invitations
  close(): Promise<void>
}

/** A person's sign-in. */
export interface Session {
  sessionId: string
  userId: string
  email: string
  /** ms since the epoch. */
  signedInAt: number
}

/** The code of a sign-in that was ended before it had a session. */
export const SIGN_IN_ENDED = 'SIGN_IN_ENDED'

/** After a sign-in the account trusts its session for this long with what a thief would do first. */
export const FRESH_MS = 10 * 60_000

export interface SignUp {
  rule: 'first' | 'open' | 'closed'
  accountExists(): Promise<boolean>
  isOpen(): Promise<boolean>
  /**
   * When two people ask for the first account at once, only one gets it. An invitation lets one account in where sign-up is
   * closed: it is used up unless `makeAccount` fails or answers an error. @throws RoostError `forbidden`.
   */
  run(makeAccount: () => Promise<Response>, invitation?: string): Promise<Response>
}

/** Invitations to make an account. Only their hashes are stored, and each works once. */
export interface Invitations {
  /** @throws RoostError `conflict` when too many are open. */
  make(): Promise<OpenInvitation & { code: string }>
  /** Those that nobody has used, newest first. */
  list(): Promise<OpenInvitation[]>
  /** @throws RoostError `not_found`. */
  cancel(invitationId: string): Promise<void>
}

export interface User {
  userId: string
  email: string
  /** ms since the epoch. */
  createdAt: number
}

/** Accounts as an operator sees them. */
export interface Users {
  /** Oldest first. */
  list(): Promise<User[]>
  find(email: string): Promise<User | null>
  /** Null when there is no such account (any more). */
  emailOf(userId: string): Promise<string | null>
  /** Whether this is the account that was made first. When it is deleted, no other takes its place. */
  isFirst(userId: string): Promise<boolean>
  /**
   * Ends all sign-ins of the account, too, also those that are still being made.
   * @throws Error with one line when the password is too short, too long or common.
   */
  resetPassword(userId: string, password: string): Promise<void>
  /** Removes the account and its sessions for good; the user's messages stay. */
  remove(userId: string): Promise<void>
}
