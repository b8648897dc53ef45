import type { BrowserErrorCode } from '../../lib/browser/browser-error.ts'
import type { WaitReason } from '../../lib/core/connection/wait-reason.ts'
import type { StorageError } from '../../lib/core/ports.ts'
import type { ErrorCode } from '../../lib/protocol/error.ts'

export const NO_ANSWER = 'The server did not answer. Check your connection and try again.'

/** Why a person could not become a device in this browser. */
export const browserWords: Record<BrowserErrorCode, string> = {
  email_taken: 'No account was made. If you have one with this e-mail address, sign in instead.',
  wrong_credentials: 'E-mail address and password do not belong together. Check both and try again.',
  invalid_email: 'That is not an e-mail address.',
  password_too_short: 'The password is too short: use at least 8 characters.',
  password_too_long: 'The password is too long: use at most 128 characters.',
  password_too_common: 'This password is among the first that a stranger would try. Choose another one.',
  wrong_password: 'That is not the password of this account. Check it and try again.',
  not_fresh: 'You confirmed this more than 10 minutes ago. Close this and open it again.',
  passkey_cancelled: 'No passkey was chosen. Try again, or use your password.',
  passkey_unknown: 'This server does not know that passkey. Use another one, or your password.',
  too_many_tries: 'Too many tries. Wait a minute, then try again.',
  server_trouble: 'The server cannot do that now. Try again in a while.',
  refused: 'The server refused that.',
  code_for_sending: 'This code is for a script that only sends messages. Ask for another code on your other device.',
  unknown_device: 'This browser does not hold that device any more.',
  not_signed_in: 'No device of this browser is signed in. Sign in first.',
}

/** Why the storage of this device cannot be used. */
export const storageWords: Record<StorageError['reason'], string> = {
  quota: 'The browser has no room left for the messages of this device.',
  closed: 'The storage of this device was closed or removed by the browser. Reload the page.',
  outdated: 'A newer version of Roost has been used in this browser. Reload the page.',
  blocked: 'Another tab keeps the storage of this device busy. Close the other tabs of Roost.',
  failed: 'The browser could not use the storage of this device.',
}

/** The server explains these refusals to developers, and all others to people. */
export const serverWords: Partial<Record<string, string>> = {
  invalid_request:
    'The server does not take that. It may hold half an emoji, a line break, or nothing that can be seen.',
  payload_too_large: 'That is too long. Shorten it and try again.',
  rate_limited: 'That was too often in a short time. Wait a minute, then try again.',
  unavailable: 'The server cannot do that now. Try again in a while.',
  internal: 'The server has run into a problem. Try again in a while.',
  unauthenticated: 'This device is signed out. Sign in again to go on.',
  revoked: 'This device was removed from your account.',
} satisfies Partial<Record<ErrorCode, string>>

const LOST = 'The connection to the server was lost.'

const waits: Partial<Record<string, string>> = {
  lost: LOST,
  no_answer: 'The server did not answer.',
  unavailable: 'The server cannot take anything at the moment.',
  rate_limited: 'The server asked this device to slow down.',
  internal: 'The server has run into a problem.',
  storage_quota: 'This browser has no room left to store messages.',
  storage_closed: 'The storage of this device was closed.',
  storage_outdated: 'The storage of this device was closed.',
  storage_blocked: 'The storage of this device cannot be opened.',
  storage_failed: 'The storage of this device failed.',
} satisfies Partial<Record<WaitReason, string>>

/** Why there is no connection. A tab of another version may know reasons that this one does not. */
export const waitWords = (reason: WaitReason): string => waits[reason] ?? LOST
