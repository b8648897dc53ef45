import type { PairingEvent } from '../../../lib/protocol/pairing.ts'
import type { Backlog } from '../backlog.ts'
import { createStateEvent, type StateEvent } from './state-event.ts'

const EVERY_MS = 200

interface PairingEventDeps {
  /** The claims that this device has to decide. */
  read(): Promise<PairingEvent[]>
  emit(claim: PairingEvent): void
  backlog: Backlog
  onError(error: unknown): void
}

/** Tells one connection, once each, of the claims that its device has to decide. */
export function createPairingEvents({ read, emit, backlog, onError }: PairingEventDeps): StateEvent {
  let told = new Set<string>()
  return createStateEvent<PairingEvent[]>({
    read,
    emit(claims) {
      for (const claim of claims) if (!told.has(claim.claimId)) emit(claim)
      told = new Set(claims.map((it) => it.claimId))
    },
    everyMs: EVERY_MS,
    backlog,
    onError,
  })
}
