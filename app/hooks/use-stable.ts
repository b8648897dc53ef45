import { useCallback, useRef } from 'react'

/** A function that stays the same and does what the latest `act` does. Call it in effects and handlers only. */
export function useStable<Args extends unknown[], Result>(act: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(act)
  latest.current = act
  return useCallback((...args: Args) => latest.current(...args), [])
}
