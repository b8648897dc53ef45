import { expect, onTestFinished, test, vi } from 'vitest'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { PairingEvent, PairingOffer } from '../../../lib/protocol/pairing.ts'
import { type InvitationState, startInvitation } from './start-invitation.ts'

const offer: PairingOffer = { pairingId: 'p', code: 'C', url: 'u', expiresAt: Date.now() + 60_000 }
const claim: PairingEvent = { pairingId: 'p', claimId: 'c', name: 'Phone', platform: '', check: '47' }

/** A device whose server answers when the test says so. */
function setUp(state: 'live' | 'waiting' = 'live') {
  const offered = Promise.withResolvers<PairingOffer>()
  const done: string[] = []
  const shown: InvitationState[] = []
  let hear = (_: PairingEvent) => {}
  let waiting: PairingEvent[] = []
  const device: Partial<TabDevice> = {
    getState: () => ({ connection: { state } }) as ReturnType<TabDevice['getState']>,
    offerPairing: () => offered.promise,
    cancelPairing: async (id) => void done.push(`cancel ${id}`),
    decideClaim: async (id, accept) => void done.push(`${accept ? 'accept' : 'refuse'} ${id}`),
    waitingClaims: async () => waiting,
    onClaim(listener) {
      hear = listener
      return () => {}
    },
  }
  const invitation = startInvitation(device as TabDevice, (it) => shown.push(it))
  onTestFinished(invitation.close)
  return {
    ...{ invitation, shown, done, offered },
    hear: (it: PairingEvent) => hear(it),
    claimOverHttp: () => {
      waiting = [claim]
    },
    states: () => shown.map((it) => it.state),
  }
}

async function open(state?: 'live' | 'waiting') {
  const it = setUp(state)
  it.offered.resolve(offer)
  await vi.waitFor(() => expect(it.states()).toEqual(['asking', 'open']))
  return it
}

test('a code is cancelled when its screen goes, also one that is only asked for', async () => {
  const opened = await open()
  opened.invitation.close()
  expect(opened.done).toEqual(['cancel p'])
  const early = setUp()
  early.invitation.close()
  early.offered.resolve(offer)
  await vi.waitFor(() => expect(early.done).toEqual(['cancel p']))
  expect(early.states()).toEqual(['asking'])
})

test.each([
  [true, 'admitted', 'accept c'],
  [false, 'turnedAway', 'refuse c'],
])('a claim that was decided (%s) is not cancelled', async (accept, state, sent) => {
  const { invitation, hear, states, done } = await open()
  hear({ ...claim, pairingId: 'another' })
  hear(claim)
  hear(claim)
  await invitation.decide(claim, accept)
  invitation.close()
  expect(states()).toEqual(['asking', 'open', 'claimed', state])
  expect(done).toEqual([sent])
})

test('a claim that waits is cancelled with its code', async () => {
  const { invitation, hear, done } = await open()
  hear(claim)
  invitation.close()
  expect(done).toEqual(['cancel p'])
})

test('without a live connection it asks for the claim by itself', async () => {
  const { claimOverHttp, states } = await open('waiting')
  claimOverHttp()
  await vi.waitFor(() => expect(states()).toEqual(['asking', 'open', 'claimed']), 5_000)
})
