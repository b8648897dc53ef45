import { formatClock } from '../words/time.ts'

export function ClockTime({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={new Date(at).toLocaleString()} className="numeric">
      {formatClock(at)}
    </time>
  )
}
