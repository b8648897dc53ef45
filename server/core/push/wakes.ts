import type { SendItem } from '../../../lib/protocol/send.ts'
import type { Proposal } from '../messages/proposal.ts'

/** Posts wake sleeping devices; other kinds never do. */
export const wakes = ({ kind, wake }: SendItem): boolean => kind === 'post' && wake !== 'none'

export const anyWakes = (proposals: readonly Proposal[]): boolean => proposals.some((it) => it.valid && wakes(it.item))

/** A post that wakes like any other is stored without it. */
export const unusualWake = ({ kind, wake }: SendItem): 'none' | 'high' | undefined =>
  kind !== 'post' || wake === 'normal' ? undefined : wake

/** Stored levels; a post without a stored one has `normal`. */
export const levels = { none: 0, normal: 1, high: 2 } as const

export const urgencyOf = (level: number) => (level >= levels.high ? 'high' : 'normal')

/** A hint counts unread posts up to here. */
export const UNREAD_MAX = 1_000
