import { type Entry, timeOf } from '../../lib/core/timeline/entry.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { useTimeline } from '../timeline/timeline-context.ts'
import { deviceColour } from '../words/devices/device-colour.ts'
import { onlyHereWords } from '../words/only-here-words.ts'
import { formatClock } from '../words/time/time.ts'
import { writtenSentWords } from '../words/time/written-sent.ts'
import { Bubble } from './bubble.tsx'
import { DeliveryMark } from './delivery-mark.tsx'
import { MessageFrame } from './message-frame.tsx'
import { MessageText } from './message-text.tsx'
import { OnlyTo } from './only-to.tsx'
import { SentTime } from './sent-time.tsx'

interface MessageRowProps {
  entry: Entry
  first: boolean
  last: boolean
}

export function MessageRow({ entry, first, last }: MessageRowProps) {
  const { selfId, nameOf, colours } = useTimeline()
  const { id, from, to, deleted, edited, status } = entry
  const own = from === selfId
  const sender = own ? 'This device' : nameOf(from)
  const onlyHere = status.state === 'onlyHere'
  const note = onlyHere ? onlyHereWords(status) : null
  const direct = to !== ALL
  const writtenEarlier = writtenSentWords(entry, Date.now()) !== null

  return (
    <article data-version={entry.version} data-message-id={id} aria-label={`${sender}, ${formatClock(timeOf(entry))}`}>
      <MessageFrame
        own={own}
        first={first}
        header={
          first && (!own || direct) ? (
            <>
              {own ? null : (
                <span className="min-w-0 truncate font-semibold" style={{ color: deviceColour(colours[from]) }}>
                  {sender}
                </span>
              )}
              <OnlyTo receiverDeviceId={to} />
            </>
          ) : null
        }
        aside={own && !last && !onlyHere ? <DeliveryMark entry={entry} brief /> : null}
        footer={
          last || edited || onlyHere || writtenEarlier ? (
            <>
              <SentTime entry={entry} />
              {edited ? <span>Edited</span> : null}
              {note ? <span className="text-amber">{note}</span> : null}
              {own && last && !onlyHere ? <DeliveryMark entry={entry} brief={false} /> : null}
            </>
          ) : null
        }
      >
        <Bubble look={deleted ? 'deleted' : own ? 'own' : 'theirs'} own={own} first={first} last={last}>
          {deleted ? <p className="text-sm italic">Deleted</p> : <MessageText {...entry} />}
        </Bubble>
      </MessageFrame>
    </article>
  )
}
