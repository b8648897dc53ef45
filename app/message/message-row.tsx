import { lazy, Suspense } from 'react'
import { type Entry, timeOf } from '../../lib/core/timeline/entry.ts'
import { useRowState } from '../actions/use-row-state.ts'
import { DeviceTile } from '../devices/tile/device-tile.tsx'
import { useTimeline } from '../timeline/timeline-context.ts'
import { message as english } from '../words/en/inbox/message.ts'
import { subject } from '../words/language/catalog.ts'
import { formatClock } from '../words/time/time.ts'
import { writtenSentWords } from '../words/time/written-sent.ts'
import { ClockTime } from './clock-time.tsx'
import { DeliveryLine } from './delivery-line.tsx'
import { MessageBody } from './message-body.tsx'
import { OnlyHereNote } from './only-here-note.tsx'
import { SenderLine } from './sender-line.tsx'

const say = subject('message', english)

const FailedActions = lazy(() => import('./failed-actions.tsx'))
const ChangeNote = lazy(() => import('../actions/edit/change-note.tsx'))
const EditField = lazy(() => import('../actions/edit/edit-field.tsx'))
const SelectBox = lazy(() => import('../actions/select/select-box.tsx'))

export interface MessageRowProps {
  entry: Entry
  /** It begins a group of messages of one sender: the sender and the time stand above it. */
  first: boolean
  /** The next message of its group. */
  next: Entry | null
  /** Waiting messages of its group, up to this one. */
  waiting: number
}

/** A message, on its whole way from the outbox into the timeline. */
export function MessageRow({ entry, first, next, waiting }: MessageRowProps) {
  const { selfId, nameOf } = useTimeline()
  const { id, from, version, status } = entry
  const time = timeOf(entry)
  const written = writtenSentWords(entry, Date.now())
  const { editing, found, chosen } = useRowState(id)
  const label = say.sentBy(nameOf(from), formatClock(time))

  return (
    <article
      // The arrow keys lead here: app/actions/menu/use-message-keys.ts.
      tabIndex={-1}
      data-message-id={id}
      data-version={version ?? undefined}
      data-state={status.state}
      aria-label={label}
      className={`group/row outline-none grid grid-cols-[2.375rem_minmax(0,1fr)] min-[52rem]:grid-cols-[var(--gutter)_minmax(0,1fr)] ${first ? 'pt-5' : 'pt-0.5'}`}
    >
      {first ? <DeviceTile id={from} size={28} className={`mt-px ${chosen === null ? '' : 'invisible'}`} /> : null}
      <div className="col-start-2 min-w-0">
        {first ? <SenderLine entry={entry} /> : null}
        <div
          data-message-body
          className={`group/body relative -mx-2 pointer-coarse:select-none pointer-coarse:[-webkit-touch-callout:none] rounded-[9px] px-2 py-0.5 outline-accent transition-colors hover:bg-hover group-focus-visible/row:bg-hover group-focus-visible/row:outline-2 ${found ? 'bg-mark' : chosen ? 'bg-accent-wash' : ''} ${chosen === null ? '' : 'cursor-pointer select-none'}`}
        >
          <Suspense fallback={<MessageBody entry={entry} />}>
            {chosen === null || entry.deleted ? null : <SelectBox chosen={chosen} label={label} />}
            {editing ? <EditField entry={entry} /> : <MessageBody entry={entry} />}
            {entry.change ? <ChangeNote entry={entry} /> : null}
          </Suspense>
          {first || editing ? null : (
            <ClockTime
              at={time}
              className="pointer-events-none absolute end-2 top-1.5 opacity-0 group-hover/body:opacity-100"
            />
          )}
        </div>
        {written === null ? null : <p className="numeric text-xs text-faint">{written}</p>}
        <OnlyHereNote status={status} />
        {status.state === 'failed' ? (
          <Suspense>
            <FailedActions entry={entry} code={status.error.code} />
          </Suspense>
        ) : from === selfId && status.state !== 'onlyHere' ? (
          <DeliveryLine entry={entry} next={next} waiting={waiting} />
        ) : null}
      </div>
    </article>
  )
}
