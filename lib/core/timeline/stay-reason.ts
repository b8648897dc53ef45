import type { ErrorCode } from '../../protocol/error.ts'

/** Why a device does not give back a message that only it holds. */
export type StayReason =
  /** Retention has removed it from the server. */
  | 'removed'
  /** The post was deleted, so there is nothing to give back. */
  | 'deleted'
  /** The post has been edited again since this edit. */
  | 'overtaken'
  /** The server refused it. `conflict`: another device has given it back, and this one may not see it. */
  | ErrorCode
