import { useNow } from '../hooks/use-now.ts'
import { dayParts } from '../words/time/time.ts'

/** Each day has its word, its date and a line. */
export function DayRow({ at }: { at: number }) {
  const { word, date } = dayParts(at, useNow(60_000))
  return (
    <h2 className="flex items-center gap-3 pt-7 pb-0.5 text-[0.8125rem]/5 font-semibold">
      <span className="first-letter:uppercase">
        {word} <span className="font-normal text-faint">{date}</span>
      </span>
      <span className="h-px flex-1 bg-line" />
    </h2>
  )
}
