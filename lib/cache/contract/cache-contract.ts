import { beforeEach, describe } from 'vitest'
import { changesContract } from './changes.ts'
import { handlesContract } from './handles.ts'
import type { Fresh, Harness } from './harness.ts'
import { inboxContract } from './inbox.ts'
import { offersContract } from './offers.ts'
import { outboxContract } from './outbox.ts'
import { randomContract } from './random.ts'
import { rebuildContract } from './rebuild.ts'
import { timelineContract } from './timeline.ts'
import { wholeContract } from './whole.ts'

/** What every cache promises. Run over each of them, so that what is tried in Node holds in a browser. */
export function cacheContract(name: string, createHarness: Fresh): void {
  describe(name, () => {
    let harness: Harness
    beforeEach(() => {
      harness = createHarness()
    })
    const fresh = () => harness
    describe('inbox', () => inboxContract(fresh))
    describe('changes', () => changesContract(fresh))
    describe('timeline', () => timelineContract(fresh))
    describe('outbox', () => outboxContract(fresh))
    describe('rebuild', () => rebuildContract(fresh))
    describe('offers', () => offersContract(fresh))
    describe('with two handles', () => handlesContract(fresh))
    describe('as a whole', () => wholeContract(fresh))
    describe('at random', () => randomContract(createHarness))
  })
}
