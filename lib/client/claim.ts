import { backoffMs } from '../core/connection/backoff.ts'
import { TransportError } from '../core/ports.ts'
import type { Credentials } from '../protocol/device.ts'
import type { ClaimAnswer, CollectAnswer, WaitingClaim } from '../protocol/pairing.ts'

export interface ClaimCalls {
  claimPairing(code: string, name: string, platform: string): Promise<ClaimAnswer>
  collectClaim(claimId: string, secret: string, signal: AbortSignal): Promise<CollectAnswer>
}

export interface Claiming {
  /** The other device asks its person whether it shows the same two digits. */
  waiting: (claim: Pick<WaitingClaim, 'check' | 'expiresAt'>) => void
  /** The person has left the screen. */
  signal: AbortSignal
}

/** Tries to reach the server again for this long; then the claim has expired in any case. */
const PATIENCE_MS = 5 * 60_000

/**
 * Claims a code, and waits until the device that showed it has decided.
 * @throws RoostError `forbidden` (refused), `not_found` (wrong code, cancelled, expired), TransportError.
 */
export async function claimWith(
  calls: ClaimCalls,
  label: { code: string; name: string; platform: string },
  { waiting, signal }: Claiming,
): Promise<Credentials> {
  const claimed = await calls.claimPairing(label.code, label.name, label.platform)
  if ('token' in claimed) return claimed
  waiting(claimed)
  const until = Date.now() + PATIENCE_MS
  let failures = 0
  for (;;) {
    try {
      const answer = await calls.collectClaim(claimed.claimId, claimed.secret, signal)
      if ('token' in answer) return answer
      failures = 0
    } catch (error) {
      // A phone loses its network for a moment while its person walks to the other screen.
      if (!(error instanceof TransportError) || signal.aborted || Date.now() > until) throw error
      await pause(backoffMs(++failures, Math.random), signal)
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
