import type { WaitReason } from '../../../../lib/core/connection/wait-reason.ts'

/** Why there is no connection. */
export const waits = {
  lost: 'The connection to the server was lost.',
  no_answer: 'The server did not answer.',
  unavailable: 'The server cannot take anything at the moment.',
  rate_limited: 'The server asked this device to slow down.',
  internal: 'The server has run into a problem.',
  storage_quota: 'This browser has no room left to store messages.',
  storage_closed: 'The storage of this device was closed.',
  storage_outdated: 'The storage of this device was closed.',
  storage_blocked: 'The storage of this device cannot be opened.',
  storage_failed: 'The storage of this device failed.',
} satisfies Partial<Record<WaitReason, string>> as Partial<Record<string, string>> & { lost: string }
