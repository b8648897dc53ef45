import { useRef, useState } from 'react'
import { sentenceLater } from '../words/sentence-later.ts'

export interface Action<Args extends unknown[]> {
  /** Starts the action unless it is running, and resolves to whether it succeeded. Never rejects: see `problem`. */
  run: (...args: Args) => Promise<boolean>
  busy: boolean
  problem: string | null
}

/** An action that a person starts, that takes a while and that may fail. */
export function useAction<Args extends unknown[]>(perform: (...args: Args) => Promise<unknown>): Action<Args> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const running = useRef(false)

  async function run(...args: Args): Promise<boolean> {
    if (running.current) return false
    running.current = true
    setBusy(true)
    setProblem(null)
    try {
      await perform(...args)
      return true
    } catch (error) {
      setProblem(await sentenceLater(error))
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { run, busy, problem }
}
