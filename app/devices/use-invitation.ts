import { useCallback, useEffect, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { limits } from '../../lib/protocol/limits.ts'
import { useNow } from '../hooks/use-now.ts'
import { sentenceOf } from '../words/sentence.ts'

export type Invitation =
  | { state: 'asking' }
  | { state: 'open'; code: string; url: string; remainingMs: number }
  | { state: 'expired' }
  | { state: 'refused'; problem: string }

/** Asks the server for a code with which another device can join. `renew` asks for a new one. */
export function useInvitation(device: TabDevice): { invitation: Invitation; renew: () => void } {
  const [answer, set] = useState<{ code: string; url: string; until: number } | { problem: string } | null>(null)
  const now = useNow(500)

  const renew = useCallback(() => {
    set(null)
    device.offerPairing().then(
      ({ code, url, expiresAt }) => set({ code, url, until: Date.now() + lifetime(expiresAt) }),
      (error) => set({ problem: sentenceOf(error) }),
    )
  }, [device])

  useEffect(renew, [renew])

  if (answer === null) return { invitation: { state: 'asking' }, renew }
  if ('problem' in answer) return { invitation: { state: 'refused', problem: answer.problem }, renew }
  const remainingMs = Math.min(answer.until - now, limits.pairingMs)
  if (remainingMs <= 0) return { invitation: { state: 'expired' }, renew }
  return { invitation: { state: 'open', code: answer.code, url: answer.url, remainingMs }, renew }
}

/** The server's clock sets the expiry. When our clock disagrees, we count from how long a code lives. */
function lifetime(expiresAt: number): number {
  const left = expiresAt - Date.now()
  return left > 0 && left <= limits.pairingMs ? left : limits.pairingMs
}
