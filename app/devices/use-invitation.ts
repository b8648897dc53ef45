import { useCallback, useEffect, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { limits } from '../../lib/protocol/limits.ts'
import { useNow } from '../hooks/use-now.ts'
import { sentenceOf } from '../words/sentence.ts'

export type Offer =
  | { state: 'asking' }
  | { state: 'open'; code: string; url: string; remainingMs: number }
  | { state: 'expired' }
  | { state: 'refused'; problem: string }

/** A code with which another device can join, and a way to ask for a new one. */
export function usePairingOffer(device: TabDevice): { offer: Offer; renew: () => void } {
  const [offer, setOffer] = useState<{ code: string; url: string; until: number } | { problem: string } | null>(null)
  const now = useNow(500)

  const renew = useCallback(() => {
    setOffer(null)
    device.offerPairing().then(
      ({ code, url, expiresAt }) => setOffer({ code, url, until: Date.now() + lifetime(expiresAt) }),
      (error) => setOffer({ problem: sentenceOf(error) }),
    )
  }, [device])

  useEffect(renew, [renew])

  if (offer === null) return { offer: { state: 'asking' }, renew }
  if ('problem' in offer) return { offer: { state: 'refused', problem: offer.problem }, renew }
  const remainingMs = Math.min(offer.until - now, limits.pairingMs)
  if (remainingMs <= 0) return { offer: { state: 'expired' }, renew }
  return { offer: { state: 'open', code: offer.code, url: offer.url, remainingMs }, renew }
}

/** The expiry is by the server's clock: where ours disagrees with it, believe how long a code lives instead. */
function lifetime(expiresAt: number): number {
  const left = expiresAt - Date.now()
  return left > 0 && left <= limits.pairingMs ? left : limits.pairingMs
}
