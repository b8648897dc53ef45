export type BrowserErrorCode =
  | 'email_taken'
  /** The server takes no new accounts. */
  | 'sign_up_closed'
  /** The invitation to make an account was used, cancelled or has expired. */
  | 'invitation_gone'
  | 'wrong_credentials'
  | 'invalid_email'
  | 'password_too_short'
  | 'password_too_long'
  /** Strangers try it first. */
  | 'password_too_common'
  /** The present password of the account is another one. */
  | 'wrong_password'
  /** The sign-in is too old for this. */
  | 'not_fresh'
  /** The person did not choose a passkey, or the browser has none for this server. */
  | 'passkey_cancelled'
  /** The server does not know the passkey. */
  | 'passkey_unknown'
  /** An account of this server has it already. */
  | 'passkey_taken'
  | 'too_many_passkeys'
  | 'too_many_tries'
  | 'server_trouble'
  /** The account service refused for another reason: see `detail`. */
  | 'refused'
  /** Browser or person do not let the device be told while the app is closed. */
  | 'push_refused'
  /** The browser does not hold the device any more. */
  | 'unknown_device'
  /** The code makes a device that may only send, and this program also reads. */
  | 'code_for_sending'
  /** The browser holds no device that is signed in. */
  | 'not_signed_in'
  /** A file was changed or removed while it was read. */
  | 'file_unreadable'

/** A person could not become a device in this browser. Screens choose their words by the code. */
export class BrowserError extends Error {
  readonly code: BrowserErrorCode
  /** The account service's own message. */
  readonly detail: string | undefined
  constructor(code: BrowserErrorCode, detail?: string) {
    super(detail ?? code)
    this.name = 'BrowserError'
    this.code = code
    this.detail = detail
  }
}
