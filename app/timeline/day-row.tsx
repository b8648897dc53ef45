import { useNow } from '../hooks/use-now.ts'
import { formatDay } from '../words/time/time.ts'

export function DayRow({ at }: { at: number }) {
  const now = useNow(60_000)
  return (
    <div className="flex items-center gap-4 pt-7 pb-2 text-xs font-medium text-faint">
      <span className="h-px flex-1 bg-line" />
      <h3>{formatDay(at, now)}</h3>
      <span className="h-px flex-1 bg-line" />
    </div>
  )
}
