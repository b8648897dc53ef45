import type { ErrorCode } from '../../protocol/error.ts'

/** Why a message that only this device holds is not sent to the server again. */
export type StayReason =
  /** Retention has removed it from the server. */
  | 'removed'
  /** The post was deleted: nothing is left of it to give back. */
  | 'deleted'
  /** An edit whose post has been edited again since. */
  | 'overtaken'
  /** The server refused it. `conflict`: another device has given it back, and this one may not see it. */
  | ErrorCode
