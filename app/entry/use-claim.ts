import { useEffect, useRef, useState } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { claimWords } from '../words/devices/claim-words.ts'

export interface UseClaim {
  run: (code: string, name: string) => void
  busy: boolean
  problem: string | null
  /** The person at the inviting device has to decide. */
  waiting: { check: string } | null
  cancel: () => void
  reset: () => void
}

/** Claims a code for this tab, and waits until it is admitted. It stops waiting when its screen goes. */
export function useClaim(browser: Browser, onDevice: (device: TabDevice) => void): UseClaim {
  const [waiting, setWaiting] = useState<{ check: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = useRef<AbortController>(null)

  function end() {
    attempt.current?.abort()
    attempt.current = null
    setWaiting(null)
    setBusy(false)
  }

  async function claim(code: string, name: string) {
    end()
    const mine = new AbortController()
    attempt.current = mine
    let admitting = false
    setBusy(true)
    setProblem(null)
    try {
      const device = await browser.claimPairing(code, name, {
        signal: mine.signal,
        waiting({ check }) {
          admitting = true
          if (!mine.signal.aborted) setWaiting({ check })
        },
      })
      onDevice(device)
    } catch (error) {
      if (mine.signal.aborted) return
      end()
      setProblem(claimWords(error, admitting))
    }
  }

  useEffect(() => () => attempt.current?.abort(), [])

  return {
    run: (code, name) => void claim(code, name),
    busy,
    problem,
    waiting,
    cancel: end,
    reset() {
      end()
      setProblem(null)
    },
  }
}
