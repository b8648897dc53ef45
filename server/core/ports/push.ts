import type { Hint, Subscription } from '../../../lib/protocol/push.ts'
import type { Wake } from '../../../lib/protocol/wake.ts'
import type { Caller } from '../mother.ts'

/** How urgently a hint wakes its device. */
export type Urgency = Exclude<Wake, 'none'>

/** A device that may get a hint now. */
export interface Sleeper {
  deviceId: string
  urgency: Urgency
}

/** A hint that one node has taken to send it. Until `lease` (ms since the epoch) no other node takes it. */
export interface TakenHint {
  userId: string
  deviceId: string
  subscription: Subscription
  urgency: Urgency
  /** How often it was tried before. */
  tries: number
  lease: number
}

/**
 * A taken hint ends in one of these ways. `sent` also stands for a hint that no retry would bring through: either way the
 * next is due only after the device has reacted.
 */
export type HintOutcome = 'sent' | 'unneeded' | 'gone' | { again: number }

/**
 * Subscriptions and their hints. A hint is outstanding from its claim until the device reacts, so a device has one at most. It
 * is due until the push service has taken it; the store is the queue, which outlives a restart and which nodes share.
 */
export interface PushStore {
  /** Takes the place of the device's last subscription. */
  subscribe(caller: Caller, subscription: Subscription): Promise<void>
  unsubscribe(caller: Caller): Promise<void>
  /**
   * The devices of the user without an outstanding hint that lack a post with a `wake` other than `none` above the version
   * `after`. null: the user has no subscription.
   */
  sleepers(userId: string, after: number): Promise<Sleeper[] | null>
  /** Users after this one, in order, who have such a device that is behind head; at most `limit`. */
  usersBehind(userId: string, limit: number): Promise<string[]>
  /** Makes hints due for those of these devices that have none outstanding. However many nodes claim: one hint. */
  claimHints(userId: string, sleepers: readonly Sleeper[], now: number): Promise<void>
  /** Due hints, the oldest first. */
  takeHints(request: { now: number; lease: number; limit: number }): Promise<TakenHint[]>
  /** The text of the hint; null when the device lacks nothing any more. `unread` counts to 1,000. */
  hintFor(userId: string, deviceId: string): Promise<Hint | null>
  /** Does nothing when the device has reacted meanwhile, or when the lease is over and another node has taken it. */
  settleHint(taken: TakenHint, outcome: HintOutcome): Promise<void>
  /** When the next hint is due (ms since the epoch). */
  nextHintAt(): Promise<number | null>
  hasHint(caller: Caller): Promise<boolean>
  clearHint(caller: Caller): Promise<void>
}

export type PushOutcome =
  /** The push service has taken it. */
  | 'sent'
  /** The subscription has ended. */
  | 'gone'
  /** It will never be taken as it is. */
  | 'refused'
  /** It may be taken later; not before `afterMs`, if the push service has said so. */
  | { again: { afterMs: number | undefined } }

/** Sends hints to push services. Never rejects, and answers within seconds. */
export type SendHint = (subscription: Subscription, hint: Hint, urgency: Urgency) => Promise<PushOutcome>

/** Web Push: wakes devices that hold no connection. */
export interface Push {
  /** The server's public key in base64url. */
  key: string
  /** @throws RoostError `invalid_request`. */
  subscribe(caller: Caller, payload: unknown): Promise<void>
  /** Also when there is none. */
  unsubscribe(caller: Caller): Promise<void>
}

/** The mother tells what concerns sleeping devices. */
export interface Hints {
  /** Posts that wake have become durable above this version. Returns at once. */
  appended(userId: string, from: number): void
  /** The device connects: its hint is cleared. */
  connected(caller: Caller): Promise<void>
  /** The device pulls or acknowledges. Its hint is cleared first, so that posts which the answer lacks make another. */
  reacted(caller: Caller): Promise<void>
  /** Its last connection on this node has closed. */
  left(caller: Caller): Promise<void>
}

/** For a server without Web Push. */
export const noHints: Hints = {
  appended() {},
  connected: async () => {},
  reacted: async () => {},
  left: async () => {},
}
