import { useEffect, useRef, useState } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { PairingEvent } from '../../../lib/protocol/pairing.ts'
import { type InvitationState, type StartedInvitation, startInvitation } from './start-invitation.ts'

export interface Invitation {
  shown: InvitationState
  /** Asks for a new code. The one before is dead. */
  renew: () => void
  /** @throws RoostError, TransportError. */
  decide: (claim: PairingEvent, accept: boolean) => Promise<void>
}

/** Invites another device for as long as its screen is there. */
export function useInvitation(device: TabDevice): Invitation {
  const [turn, setTurn] = useState(0)
  const [shown, show] = useState<InvitationState>({ state: 'asking' })
  const started = useRef<StartedInvitation>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks for a new code
  useEffect(() => {
    const invitation = startInvitation(device, show)
    started.current = invitation
    return invitation.close
  }, [device, turn])

  return {
    shown,
    renew: () => setTurn((it) => it + 1),
    decide: async (claim, accept) => started.current?.decide(claim, accept),
  }
}
