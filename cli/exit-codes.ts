import { DeviceError } from '../lib/client/device-error.ts'

export const exitCodes = {
  0: 'done',
  1: 'it failed; one line says why',
  2: 'the call was wrong',
  3: 'no device is paired here',
  4: 'the server refused this device: it was removed, or may not do this',
  5: 'another process has this device open',
  69: 'the receiver of a webhook has failed for too long, or wants no more messages',
  75: 'no network: a message waits in the outbox, or what is shown may be old',
} as const

export const WAITS = 75

/** The call was wrong in a way that only the command can see. */
export class UsageError extends Error {}

/** The receiver of a webhook has failed for too long, or wants no more calls. The message comes again next time. */
export class WebhookStopped extends Error {}

export function exitCodeOf(error: unknown): keyof typeof exitCodes {
  if (error instanceof UsageError) return 2
  if (error instanceof WebhookStopped) return 69
  if (!(error instanceof DeviceError)) return 1
  const { code } = error
  if (code === 'not_paired') return 3
  if (code === 'revoked' || code === 'unauthenticated' || code === 'forbidden') return 4
  if (code === 'blocked') return 5
  return code === 'no_answer' ? WAITS : 1
}
