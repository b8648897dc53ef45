import type { BrowserErrorCode } from '../../../../lib/browser/browser-error.ts'
import type { StorageError } from '../../../../lib/core/ports.ts'
import type { ErrorCode } from '../../../../lib/protocol/error.ts'
import { plural } from '../../plural.ts'

export const problems = {
  noAnswer: 'The server did not answer. Check your connection and try again.',
  surprise: 'Something went wrong here. Reload the page and try again; nothing is lost.',
  tooOften: (minutes: number) =>
    plural(minutes, {
      one: 'That was too often in a short time. Try again in # minute.',
      other: 'That was too often in a short time. Try again in # minutes.',
    }),

  /** Why a person could not become a device in this browser. */
  browser: {
    sign_up_closed: 'This server takes no new accounts. The person with its first account can invite you.',
    invitation_gone: 'This invitation was used, was cancelled or has expired. Ask for a new one.',
    email_taken: 'No account was made. If you have one with this e-mail address, sign in instead.',
    wrong_credentials: 'E-mail address and password do not belong together. Check both and try again.',
    invalid_email: 'That is not an e-mail address.',
    password_too_short: 'The password is too short: use at least 8 characters.',
    password_too_long: 'The password is too long: use at most 128 characters.',
    password_too_common: 'This password is among the first that a stranger would try. Choose another one.',
    wrong_password: 'That is not the password of this account. Check it and try again.',
    not_fresh: 'You confirmed this more than 10 minutes ago. Leave the settings and open them again.',
    passkey_cancelled: 'No passkey was chosen. Try again, or use your password.',
    passkey_unknown: 'This server does not know that passkey. Use another one, or your password.',
    passkey_taken: 'This passkey is in use on this server already. Make a new one.',
    too_many_passkeys: 'This account has as many passkeys as there can be. Remove one first.',
    too_many_tries: 'Too many tries. Wait a minute, then try again.',
    server_trouble: 'The server cannot do that now. Try again in a while.',
    refused: 'The server refused that.',
    code_for_sending: 'This code is for a script that only sends messages. Ask for another code on your other device.',
    push_refused:
      'The browser did not allow it, so nothing is switched on. Its settings for this site can change that.',
    unknown_device: 'This browser does not hold that device any more.',
    not_signed_in: 'No device of this browser is signed in. Sign in first.',
    file_unreadable: 'The file was changed or removed while it was read. Choose it again.',
  } satisfies Record<BrowserErrorCode, string> as Record<BrowserErrorCode, string>,

  /** Why the storage of this device cannot be used. */
  storage: {
    quota: 'The browser has no room left for the messages of this device.',
    closed: 'The storage of this device was closed or removed by the browser. Reload the page.',
    outdated: 'A newer version of Roost has been used in this browser. Reload the page.',
    blocked: 'Another tab keeps the storage of this device busy. Close the other tabs of Roost.',
    failed: 'The browser could not use the storage of this device.',
  } satisfies Record<StorageError['reason'], string> as Record<StorageError['reason'], string>,

  /** The server explains these refusals to developers, and all others to people. */
  server: {
    invalid_request:
      'The server does not take that. It may hold half an emoji, a line break, or nothing that can be seen.',
    payload_too_large: 'That is too long. Shorten it and try again.',
    rate_limited: 'That was too often in a short time. Wait a minute, then try again.',
    unavailable: 'The server cannot do that now. Try again in a while.',
    internal: 'The server has run into a problem. Try again in a while.',
    unauthenticated: 'This device is signed out. Sign in again to go on.',
    revoked: 'This device was removed from your account.',
  } satisfies Partial<Record<ErrorCode, string>> as Partial<Record<string, string>>,

  /** Why another device could not let this one in. */
  turnedAway: 'The other device said no. If that was a mistake, ask for a new code there.',
  codeGone: 'The code was closed or has expired on the other device. Ask for a new one there.',
}
