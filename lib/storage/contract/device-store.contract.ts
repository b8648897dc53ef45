import { beforeEach, describe } from 'vitest'
import { changesContract } from './changes.contract.ts'
import { devicesContract } from './devices.contract.ts'
import { draftsContract } from './drafts.contract.ts'
import { findContract } from './find.contract.ts'
import { giveBackContract } from './give-back.contract.ts'
import { giveBackMarksContract } from './give-back-marks.contract.ts'
import { handlesContract } from './handles.contract.ts'
import type { Fresh, Harness } from './harness.ts'
import { inboxContract } from './inbox.contract.ts'
import { joinedContract } from './joined.contract.ts'
import { marksContract } from './marks.contract.ts'
import { outboxContract } from './outbox.contract.ts'
import { ownChangesContract } from './own-changes.contract.ts'
import { randomContract } from './random.contract.ts'
import { readContract } from './read.contract.ts'
import { rebuildContract } from './rebuild.contract.ts'
import { searchContract } from './search.contract.ts'
import { timelineContract } from './timeline.contract.ts'
import { wholeContract } from './whole.contract.ts'

/** The promises of every device store. Each adapter runs them, so that a test in Node also counts for a browser. */
export function deviceStoreContract(name: string, createHarness: Fresh): void {
  describe(name, () => {
    let harness: Harness
    beforeEach(() => {
      harness = createHarness()
    })
    const fresh = () => harness
    describe('inbox', () => inboxContract(fresh))
    describe('changes', () => changesContract(fresh))
    describe('marks', () => marksContract(fresh))
    describe('timeline', () => timelineContract(fresh))
    describe('a part of the timeline', () => findContract(fresh))
    describe('search', () => searchContract(fresh))
    describe('read position', () => readContract(fresh))
    describe('outbox', () => outboxContract(fresh))
    describe('own changes', () => ownChangesContract(fresh))
    describe('devices', () => devicesContract(fresh))
    describe('drafts', () => draftsContract(fresh))
    describe('rebuild', () => rebuildContract(fresh))
    describe('give back', () => giveBackContract(fresh))
    describe('give back marks', () => giveBackMarksContract(fresh))
    describe('with two handles', () => handlesContract(fresh))
    describe('joined', () => joinedContract(fresh))
    describe('as a whole', () => wholeContract(fresh))
    describe('at random', () => randomContract(createHarness))
  })
}
