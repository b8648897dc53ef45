import { useRef, useState } from 'react'
import { sentenceOf } from '../words/sentence.ts'

export interface Action<Args extends unknown[]> {
  /** Runs it, unless it is running. Never rejects: what went wrong is in `problem`. Answers whether it went well. */
  run: (...args: Args) => Promise<boolean>
  busy: boolean
  problem: string | null
}

/** Something a person sets off that takes a while and may fail. */
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
      setProblem(sentenceOf(error))
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { run, busy, problem }
}
