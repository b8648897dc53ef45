import type { PlantedBug } from '../world.ts'
import { ackBeforeCommit } from './ack-before-commit.ts'
import { blindBacklog } from './blind-backlog.ts'
import { cursorBeforeData } from './cursor-before-data.ts'
import { deletesLeftOut } from './deletes-left-out.ts'
import { digestIgnored } from './digest-ignored.ts'
import { directToOthers } from './direct-to-others.ts'
import { emptiedOutbox } from './emptied-outbox.ts'
import { forgetfulIds } from './forgetful-ids.ts'
import { latePushCounts } from './late-push-counts.ts'
import { lazySync } from './lazy-sync.ts'
import { newestFirst } from './newest-first.ts'
import { pastTheGap } from './past-the-gap.ts'
import { pulledIsReceived } from './pulled-is-received.ts'
import { revokedPulls } from './revoked-pulls.ts'
import { sequence } from './sequence.ts'
import { silentFloor } from './silent-floor.ts'

/** The classic bugs of this trade, each planted into the real parts. The checker has to find every one, by the promise that it breaks. */
export const plantedBugs: Record<string, { what: string; promise: number; bug: PlantedBug }> = {
  'cursor-before-data': { what: 'the cursor is stored before the messages', promise: 5, bug: cursorBeforeData },
  'ack-before-commit': {
    what: 'the device acknowledges before its transaction has completed',
    promise: 5,
    bug: ackBeforeCommit,
  },
  'lazy-sync': { what: 'the mother acknowledges before the disk has it', promise: 2, bug: lazySync },
  'past-the-gap': { what: 'a push moves the cursor past a gap', promise: 5, bug: pastTheGap },
  sequence: { what: 'versions come from a sequence instead of the transaction', promise: 1, bug: sequence },
  'digest-ignored': { what: 'the mother does not look at the digest', promise: 13, bug: digestIgnored },
  'emptied-outbox': { what: 'the outbox is emptied before the mother has answered', promise: 9, bug: emptiedOutbox },
  'forgetful-ids': { what: 'the idempotency key is forgotten after a minute', promise: 3, bug: forgetfulIds },
  'direct-to-others': { what: 'a direct message is in the batches of others', promise: 11, bug: directToOthers },
  'pulled-is-received': { what: 'a pull counts as received', promise: 6, bug: pulledIsReceived },
  'revoked-pulls': { what: 'a revoked device may still pull', promise: 12, bug: revokedPulls },
  'deletes-left-out': { what: 'a pull leaves deletes out', promise: 4, bug: deletesLeftOut },
  'blind-backlog': { what: 'pushes go out to whoever does not read them', promise: 7, bug: blindBacklog },
  'late-push-counts': { what: 'an old push moves the cursor back', promise: 8, bug: latePushCounts },
  'newest-first': { what: 'the outbox is sent from its end', promise: 10, bug: newestFirst },
  'silent-floor': { what: 'a pull from below the floor is answered from the floor', promise: 14, bug: silentFloor },
}
