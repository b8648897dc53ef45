import { useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { checkWords } from '../words/check-words.ts'
import { innermost } from './innermost.ts'

/** Checks for messages when a person asks, and says how that ended. */
export function useCheck(device: TabDevice) {
  const [outcome, setOutcome] = useState<string | null>(null)
  const { run, busy } = useAction(async () => {
    setOutcome(null)
    await device.checkNow()
    setOutcome(checkWords(innermost(device.getState().connection), Date.now()))
  })
  return { run, busy, outcome }
}
