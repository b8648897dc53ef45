import { useEffect, useState } from 'react'

/**
 * The time in ms since the epoch, updated every `everyMs`, and when the person comes back: timers sleep in a hidden tab
 * and with the machine. Null stops the clock.
 */
export function useNow(everyMs: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (everyMs === null) return
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, everyMs)
    document.addEventListener('visibilitychange', tick)
    addEventListener('focus', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
      removeEventListener('focus', tick)
    }
  }, [everyMs])
  return now
}
