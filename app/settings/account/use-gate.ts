import { useEffect, useRef, useState } from 'react'
import type { OwnAccount, TabDevice } from '../../../lib/browser/browser.ts'
import { useOwnAccount } from './use-own-account.ts'

/** The account of this inbox, which opens once its person has proved who they are. */
export interface Gate {
  account: OwnAccount | null
  /** Null while it is being asked for. */
  email: string | null
  /** The account is the first of its server. Null while that is being asked for. */
  first: boolean | null
  problem: string | null
  confirmed: boolean
  confirm: () => void
  /** The sign-in has become too old for a change. */
  askAgain: () => Promise<void>
}

/** Signs out again when the settings close: a sign-in that stayed would let in anybody who uses this browser later. */
export function useGate(device: TabDevice): Gate {
  const { account, email, first, problem } = useOwnAccount(device)
  const [confirmed, setConfirmed] = useState(false)
  const latest = useRef({ account, confirmed })
  latest.current = { account, confirmed }

  useEffect(
    () => () => {
      const { account: open, confirmed: isOpen } = latest.current
      if (isOpen) open?.signOut().catch(() => {})
    },
    [],
  )

  return {
    account,
    email,
    first,
    problem,
    confirmed,
    confirm: () => setConfirmed(true),
    // The old sign-in ends first: its end would take the cookie of a new one along.
    async askAgain() {
      await account?.signOut().catch(() => {})
      setConfirmed(false)
    },
  }
}
