import { useEffect, useState } from 'react'
import type { OwnAccount, TabDevice } from '../../../lib/browser/browser.ts'
import { sentenceOf } from '../../words/sentence.ts'

interface Loaded {
  account: OwnAccount | null
  /** Null while it is being asked for. */
  email: string | null
  first: boolean | null
  problem: string | null
}

/** The account of this device, with its e-mail address. */
export function useOwnAccount(device: TabDevice): Loaded {
  const [loaded, set] = useState<Loaded>({ account: null, email: null, first: null, problem: null })
  useEffect(() => {
    let current = true
    const show = (change: Partial<Loaded>) => current && set((before) => ({ ...before, ...change }))
    async function load() {
      const account = await device.account()
      show({ account })
      show({ email: await account.email(), first: await account.isFirst() })
    }
    load().catch((error) => show({ problem: sentenceOf(error) }))
    return () => {
      current = false
    }
  }, [device])
  return loaded
}
