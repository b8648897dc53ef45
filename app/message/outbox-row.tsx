import { lazy, Suspense } from 'react'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { Bubble } from './bubble.tsx'
import { DeliveryIcon } from './delivery-icon.tsx'
import { DeliveryMark } from './delivery-mark.tsx'
import { MessageFrame } from './message-frame.tsx'
import { MessageText } from './message-text.tsx'
import { OnlyTo } from './only-to.tsx'
import { SentTime } from './sent-time.tsx'

const FailedActions = lazy(() => import('./failed-actions.tsx'))

interface OutboxRowProps {
  entry: Entry
  first: boolean
  last: boolean
}

const looks = { waiting: 'waiting', sent: 'own', failed: 'failed', received: 'own', onlyHere: 'own' } as const

/** A message from this device that is not in the timeline yet. */
export function OutboxRow({ entry, first, last }: OutboxRowProps) {
  const { id, to, status } = entry

  return (
    <article
      data-message-id={id}
      data-state={status.state}
      data-version={entry.version ?? undefined}
      aria-label="This device"
    >
      <MessageFrame
        own
        first={first}
        header={first && to !== ALL ? <OnlyTo receiverDeviceId={to} /> : null}
        footer={
          status.state === 'failed' ? (
            <Suspense>
              <FailedActions entry={entry} code={status.error.code} />
            </Suspense>
          ) : last ? (
            <>
              <SentTime entry={entry} />
              {status.state === 'sent' ? (
                <DeliveryMark entry={entry} brief={false} />
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
          last ? null : status.state === 'sent' ? (
            <DeliveryMark entry={entry} brief />
          ) : status.state === 'waiting' ? (
            <span className="p-1.5" title="Waiting on this device">
              <DeliveryIcon state="waiting" />
              <span className="sr-only">Waiting on this device</span>
            </span>
          ) : null
        }
      >
        <Bubble look={looks[status.state]} own first={first} last={last}>
          <MessageText {...entry} />
        </Bubble>
      </MessageFrame>
    </article>
  )
}
