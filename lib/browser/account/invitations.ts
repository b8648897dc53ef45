import type { PairingEvent } from '../../protocol/pairing.ts'
import type { TabDevice } from '../browser.ts'
import type { DeviceCalls } from '../device-calls.ts'

export type Invitations = Pick<
  TabDevice,
  'offerPairing' | 'cancelPairing' | 'waitingClaims' | 'decideClaim' | 'onClaim'
>

/** A device's invitations. `heard`: the server, or the tab with the connection, tells of a claim. */
export function createInvitations(
  calls: DeviceCalls,
  token: string,
): Invitations & { heard(claim: PairingEvent): void } {
  const listeners = new Set<(claim: PairingEvent) => void>()
  return {
    offerPairing: () => calls.offerPairing(token, true),
    cancelPairing: (pairingId) => calls.cancelPairing(token, pairingId),
    waitingClaims: () => calls.waitingClaims(token),
    decideClaim: (claimId, accept) => calls.decideClaim(token, claimId, accept),
    onClaim(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    heard(claim) {
      for (const listener of listeners) listener(claim)
    },
  }
}
