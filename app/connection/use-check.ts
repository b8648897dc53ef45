import { useMemo, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { innermost } from './innermost.ts'

const loadWords = () => import('../words/check-words.ts')

/** Makes the words of the outcome be there without a network. */
export const preloadCheck = () => void loadWords().catch(() => {})

/** A check for messages that a person has asked for. `outcome`: how the last one ended. */
export interface Check {
  run: () => Promise<boolean>
  busy: boolean
  outcome: string | null
  forget: () => void
}

export function useCheck(device: TabDevice): Check {
  const [outcome, setOutcome] = useState<string | null>(null)
  const { run, busy } = useAction(async () => {
    setOutcome(null)
    await device.checkNow()
    const { checkWords } = await loadWords()
    setOutcome(checkWords(innermost(device.getState().connection), Date.now()))
  })
  return useMemo(() => ({ run, busy, outcome, forget: () => setOutcome(null) }), [run, busy, outcome])
}
