import { Lock } from 'lucide-react'
import { type Entry, timeOf } from '../../lib/core/timeline/entry.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { useTimeline } from '../timeline/timeline-context.ts'
import { message as english } from '../words/en/inbox/message.ts'
import { subject } from '../words/language/catalog.ts'
import { ClockTime } from './clock-time.tsx'

const say = subject('message', english)

/** The first line of a group: who wrote it, for whom if it is for one device alone, and when. */
export function SenderLine({ entry }: { entry: Entry }) {
  const { nameOf } = useTimeline()
  return (
    <header className="flex min-h-5 items-baseline gap-2 text-sm/5">
      <span className="min-w-0 truncate font-semibold">{nameOf(entry.from)}</span>
      {entry.to === ALL ? null : (
        <span className="flex min-w-0 items-center gap-1 text-xs text-faint">
          <Lock className="size-3.5 shrink-0" aria-hidden="true" />
          <span className="truncate">{say.onlyTo(nameOf(entry.to))}</span>
        </span>
      )}
      <ClockTime at={timeOf(entry)} className="ms-auto shrink-0" />
    </header>
  )
}
