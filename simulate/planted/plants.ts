import type { Plant } from '../world.ts'
import { ackBeforeCommit } from './ack-before-commit.ts'
import { cursorBeforeData } from './cursor-before-data.ts'
import { digestIgnored } from './digest-ignored.ts'
import { directToOthers } from './direct-to-others.ts'
import { emptiedOutbox } from './emptied-outbox.ts'
import { forgetfulIds } from './forgetful-ids.ts'
import { lazySync } from './lazy-sync.ts'
import { newestFirst } from './newest-first.ts'
import { pastTheGap } from './past-the-gap.ts'
import { pulledIsReceived } from './pulled-is-received.ts'
import { revokedPulls } from './revoked-pulls.ts'
import { sequence } from './sequence.ts'
import { silentFloor } from './silent-floor.ts'

/** The classic bugs of this trade, each planted into the real parts. The checker has to find every one. */
export const plants: Record<string, { what: string; plant: Plant }> = {
  'cursor-before-data': { what: 'the cursor is stored before the messages', plant: cursorBeforeData },
  'ack-before-commit': { what: 'the device acknowledges before its transaction has completed', plant: ackBeforeCommit },
  'lazy-sync': { what: 'the mother acknowledges before the disk has it', plant: lazySync },
  'past-the-gap': { what: 'a push moves the cursor past a gap', plant: pastTheGap },
  sequence: { what: 'versions come from a sequence instead of the transaction', plant: sequence },
  'digest-ignored': { what: 'the mother does not look at the digest', plant: digestIgnored },
  'emptied-outbox': { what: 'the outbox is emptied before the mother has answered', plant: emptiedOutbox },
  'forgetful-ids': { what: 'the idempotency key is forgotten after a minute', plant: forgetfulIds },
  'direct-to-others': { what: 'a direct message is in the batches of others', plant: directToOthers },
  'pulled-is-received': { what: 'a pull counts as received', plant: pulledIsReceived },
  'revoked-pulls': { what: 'a revoked device may still pull', plant: revokedPulls },
  'newest-first': { what: 'the outbox is sent from its end', plant: newestFirst },
  'silent-floor': { what: 'a pull from below the floor is answered from the floor', plant: silentFloor },
}
