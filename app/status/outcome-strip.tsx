import { Check as Tick } from 'lucide-react'
import { useEffect } from 'react'
import type { Check } from '../connection/use-check.ts'
import { Strip } from './strip.tsx'

const SHOWN_MS = 8_000

/** Says for a few seconds how a check ended that a person has asked for. */
export default function OutcomeStrip({ check: { outcome, forget } }: { check: Check }) {
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(forget, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome, forget])
  return (
    <Strip tone="calm" icon={Tick}>
      {outcome}
    </Strip>
  )
}
