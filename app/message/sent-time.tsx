import { type Entry, timeOf } from '../../lib/core/timeline/entry.ts'
import { formatClock, formatMoment } from '../words/time/time.ts'
import { writtenSentWords } from '../words/time/written-sent.ts'

/** When a message was sent; when it was written, too, if that was at another time. */
export function SentTime({ entry }: { entry: Entry }) {
  const words = writtenSentWords(entry, Date.now())
  return words === null ? <ClockTime at={timeOf(entry)} /> : <span className="numeric">{words}</span>
}

function ClockTime({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={formatMoment(at)} className="numeric">
      {formatClock(at)}
    </time>
  )
}
