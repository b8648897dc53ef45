/** The gateway writes the caller's address here, after it has decided which proxies to believe. */
export const ADDRESS_HEADER = 'x-roost-address'
export const COOKIE_PREFIX = 'roost'

export interface Auth {
  signUp: SignUp
  /** Answers `/api/auth/*`. @throws RoostError `unavailable`; any error that is no refusal. */
  handle(request: Request): Promise<Response>
  /** The user of the session cookie, or null. */
  userOf(headers: Headers): Promise<string | null>
  /** Ends the user's sessions, except the one that this request came with, if any. */
  endSessions(userId: string, headers: Headers): Promise<void>
  users: Users
  close(): Promise<void>
}

export interface SignUp {
  rule: 'first' | 'open' | 'closed'
  accountExists(): Promise<boolean>
  isOpen(): Promise<boolean>
  /** When two people ask for the first account at once, only one gets it. @throws RoostError `forbidden`. */
  run<T>(makeAccount: () => Promise<T>): Promise<T>
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
  /** Ends all sessions of the account, too. @throws Error with one line when the password is too short or too long. */
  resetPassword(userId: string, password: string): Promise<void>
  /** Removes the account and its sessions; the user's messages stay. */
  remove(userId: string): Promise<void>
}
