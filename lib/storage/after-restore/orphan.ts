import type { Folded } from '../../core/timeline/fold.ts'
import type { Message } from '../../protocol/message.ts'
import type { GiveBack } from './give-back.ts'

/** A message that only this device holds, as it was on the screen. It stands as number `n` (1, 2, 3 …) after version `after`. */
export interface Orphan {
  after: number
  n: number
  entry: Folded
  /** The edit that a post's text comes from, or the post's delete. Needed again if the post comes back without it. */
  change?: Message
  /** Marks of the same post that are to follow, one after the other. */
  marks?: readonly Message[]
  /** 1, 2, 3 … in the order of the lost history. */
  order: number
  giveBack: GiveBack
}

/** An orphan in the queue that goes out before the outbox. */
export interface DueOrphan {
  order: number
  messageId: string
}
