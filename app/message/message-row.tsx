import type { TimelineEntry } from '../../lib/core/device-state.ts'
import { useTimeline } from '../timeline/timeline-context.ts'
import { deviceHue } from '../words/device-hue.ts'
import { onlyHereWords } from '../words/only-here-words.ts'
import { formatClock } from '../words/time.ts'
import { Bubble } from './bubble.tsx'
import { ClockTime } from './clock-time.tsx'
import { DeliveryMark } from './delivery-mark.tsx'
import { MessageFrame } from './message-frame.tsx'
import { MessageText } from './message-text.tsx'
import { OnlyTo } from './only-to.tsx'

interface MessageRowProps {
  entry: TimelineEntry
  first: boolean
  last: boolean
}

export function MessageRow({ entry, first, last }: MessageRowProps) {
  const { selfId, nameOf } = useTimeline()
  const { message, deleted, onlyHere, editedVersion } = entry
  const own = message.senderDeviceId === selfId
  const edited = editedVersion !== undefined && !deleted
  const sender = own ? 'This device' : nameOf(message.senderDeviceId)
  const note = onlyHere ? onlyHereWords(entry) : null
  const direct = message.receiverDeviceId !== 'all'

  return (
    <article
      data-version={message.version}
      data-message-id={message.messageId}
      aria-label={`${sender}, ${formatClock(message.timestamp)}`}
    >
      <MessageFrame
        own={own}
        first={first}
        header={
          first && (!own || direct) ? (
            <>
              {own ? null : (
                <span
                  className="min-w-0 truncate font-semibold text-[light-dark(oklch(0.47_0.1_var(--hue)),oklch(0.8_0.08_var(--hue)))]"
                  style={{ '--hue': deviceHue(message.senderDeviceId) } as React.CSSProperties}
                >
                  {sender}
                </span>
              )}
              <OnlyTo receiverDeviceId={message.receiverDeviceId} />
            </>
          ) : null
        }
        aside={own && !last && !onlyHere ? <DeliveryMark sent={message} brief /> : null}
        footer={
          last || edited || onlyHere ? (
            <>
              <ClockTime at={message.timestamp} />
              {edited ? <span>Edited</span> : null}
              {note ? <span className="text-amber">{note}</span> : null}
              {own && last && !onlyHere ? <DeliveryMark sent={message} brief={false} /> : null}
            </>
          ) : null
        }
      >
        <Bubble look={deleted ? 'deleted' : own ? 'own' : 'theirs'} own={own} first={first} last={last}>
          {deleted ? <p className="text-sm italic">Deleted</p> : <MessageText {...message} />}
        </Bubble>
      </MessageFrame>
    </article>
  )
}
