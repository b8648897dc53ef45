import type { TabDevice } from '../../../lib/browser/browser.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import type { PairingEvent } from '../../../lib/protocol/pairing.ts'
import { innermost } from '../../connection/innermost.ts'
import { sentenceOf } from '../../words/sentence.ts'

/** Some networks block live connections. The dialog then asks by itself. */
const ASK_MS = 2_000

export type InvitationState =
  | { state: 'asking' }
  /** `until`: ms since the epoch by this device's clock. */
  | { state: 'open'; code: string; url: string; until: number }
  /** Another program has claimed the code, and the person decides. */
  | { state: 'claimed' | 'admitted' | 'turnedAway'; claim: PairingEvent }
  | { state: 'refused'; problem: string }

export interface StartedInvitation {
  /** @throws RoostError, TransportError. */
  decide(claim: PairingEvent, accept: boolean): Promise<void>
  /** Ends the code, unless its claim was decided. */
  close(): void
}

/** Asks the server for a code with which another device can join, and hears who claims it. */
export function startInvitation(device: TabDevice, show: (it: InvitationState) => void): StartedInvitation {
  let pairingId: string | undefined
  let claimed = false
  let decided = false
  let closed = false
  const changed = (it: InvitationState) => {
    if (!closed) show(it)
  }
  // A code that could not be cancelled expires by itself, and nobody confirms its claim.
  const cancel = () => void (pairingId && device.cancelPairing(pairingId).catch(() => {}))

  const heard = (claim: PairingEvent) => {
    if (claim.pairingId === pairingId && !claimed) changed({ state: 'claimed', claim })
    claimed ||= claim.pairingId === pairingId
  }
  const unlisten = device.onClaim(heard)
  const asking = setInterval(() => {
    if (pairingId === undefined || claimed || isLive(device)) return
    device.waitingClaims().then((claims) => claims.forEach(heard), ignore)
  }, ASK_MS)
  changed({ state: 'asking' })
  device.offerPairing().then(
    ({ pairingId: id, code, url, expiresAt }) => {
      pairingId = id
      if (closed) cancel()
      else changed({ state: 'open', code, url, until: Date.now() + lifetime(expiresAt) })
    },
    (error) => changed({ state: 'refused', problem: sentenceOf(error) }),
  )

  return {
    async decide(claim, accept) {
      await device.decideClaim(claim.claimId, accept)
      decided = true
      changed({ state: accept ? 'admitted' : 'turnedAway', claim })
    },
    close() {
      closed = true
      unlisten()
      clearInterval(asking)
      if (!decided) cancel()
    },
  }
}

function isLive(device: TabDevice): boolean {
  const { state } = innermost(device.getState().connection)
  return state === 'live' || state === 'catchingUp'
}

// The next turn asks again.
function ignore() {}

/** The server's clock sets the expiry. When our clock disagrees, we count from how long a code lives. */
function lifetime(expiresAt: number): number {
  const left = expiresAt - Date.now()
  return left > 0 && left <= limits.pairingMs ? left : limits.pairingMs
}
