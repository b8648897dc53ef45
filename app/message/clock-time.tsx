import { formatClock, formatMoment } from '../words/time/time.ts'

export function ClockTime({ at, className = '' }: { at: number; className?: string }) {
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatMoment(at)}
      className={`numeric text-xs text-faint ${className}`}
    >
      {formatClock(at)}
    </time>
  )
}
