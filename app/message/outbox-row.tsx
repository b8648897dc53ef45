import { useTimeline } from '../timeline/timeline-context.ts'
import { Bubble } from './bubble.tsx'
import { ClockTime } from './clock-time.tsx'
import { DeliveryIcon } from './delivery-icon.tsx'
import { DeliveryMark } from './delivery-mark.tsx'
import { FailedActions } from './failed-actions.tsx'
import { MessageFrame } from './message-frame.tsx'
import { MessageText } from './message-text.tsx'
import { OnlyTo } from './only-to.tsx'
import type { OutboxEntry } from './outbox-entry.ts'

interface OutboxRowProps {
  entry: OutboxEntry
  first: boolean
  last: boolean
}

const looks = { waiting: 'waiting', sent: 'own', failed: 'failed' } as const

/** A message of this device that is not in the timeline yet. */
export function OutboxRow({ entry, first, last }: OutboxRowProps) {
  const { selfId } = useTimeline()
  const { messageId, receiverDeviceId, content, contentType = 'text/plain' } = entry.request

  return (
    <article
      data-message-id={messageId}
      data-state={entry.state}
      data-version={entry.state === 'sent' ? entry.version : undefined}
      aria-label="This device"
    >
      <MessageFrame
        own
        first={first}
        header={first && receiverDeviceId !== 'all' ? <OnlyTo receiverDeviceId={receiverDeviceId} /> : null}
        footer={
          entry.state === 'failed' ? (
            <FailedActions messageId={messageId} reason={entry.error.message} />
          ) : last ? (
            <>
              <ClockTime at={entry.state === 'sent' ? entry.timestamp : entry.composedAt} />
              {entry.state === 'sent' ? (
                <DeliveryMark
                  sent={{ version: entry.version, senderDeviceId: selfId, receiverDeviceId }}
                  brief={false}
                />
              ) : (
                <span className="flex items-center gap-1 text-amber">
                  <DeliveryIcon state="waiting" />
                  Waiting on this device
                </span>
              )}
            </>
          ) : null
        }
        aside={
          last ? null : entry.state === 'sent' ? (
            <DeliveryMark sent={{ version: entry.version, senderDeviceId: selfId, receiverDeviceId }} brief />
          ) : entry.state === 'waiting' ? (
            <span className="p-1.5" title="Waiting on this device">
              <DeliveryIcon state="waiting" />
              <span className="sr-only">Waiting on this device</span>
            </span>
          ) : null
        }
      >
        <Bubble look={looks[entry.state]} own first={first} last={last}>
          <MessageText messageId={messageId} content={content} contentType={contentType} />
        </Bubble>
      </MessageFrame>
    </article>
  )
}
