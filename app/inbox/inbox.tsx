import { lazy, Suspense, useEffect, useState } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { Composer } from '../composer/composer.tsx'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useMedia } from '../hooks/use-media.ts'
import { HoldersPopoverOnDemand } from '../message/holders-popover-on-demand.ts'
import { MessageList, Timeline } from '../timeline/timeline.tsx'
import { TimelineProvider } from '../timeline/timeline-context.ts'
import { useTimelineContext } from '../timeline/use-timeline-context.ts'
import { afterPaint } from '../ui/after-paint.ts'
import { later } from '../ui/later.tsx'
import { preloadSentences } from '../words/sentence-later.ts'
import { InboxFrame } from './inbox-frame.tsx'
import { Notices, rareNotices } from './notices.tsx'
import { DevicesPanel, Sidebar } from './sidebar.tsx'

const PhoneHeader = later(
  () => import('./phone-header.tsx'),
  <div className="border-b border-line pt-[env(safe-area-inset-top)]">
    <div className="h-14" />
  </div>,
)
const Announcer = later(() => import('./announcer.tsx'))
const UndoNote = lazy(() => import('./undo-note.tsx'))
const Removed = lazy(() => import('../entry/removed.tsx'))

/** Loads what the inbox does not need at first. It must all be there when the network or this version is gone. */
export function preloadInbox(): void {
  for (const part of [DevicesPanel, PhoneHeader, MessageList, Announcer, ...rareNotices]) part.preload()
  preloadSentences()
}

interface InboxProps {
  browser: Browser
  device: TabDevice
  /** This tab becomes another device. */
  onDevice: (device: TabDevice) => void
  /** This tab stops being a device. */
  onLeave: () => Promise<void>
}

export function Inbox({ browser, device, onDevice, onLeave }: InboxProps) {
  const name = useDeviceState(device, (it) => it.name)
  const removed = useDeviceState(device, (it) => it.connection.state === 'revoked')
  const wide = useMedia('(min-width: 60rem)')
  const [sends, setSends] = useState(0)
  const { context, devices, asOf, dropped, undo, selfId, returned, shown, hide } = useTimelineContext(device)

  useEffect(() => afterPaint(preloadInbox), [])
  const unread = useDeviceState(device, (it) => Object.values(it.unread).reduce((sum, count) => sum + count, 0))
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${name} – Roost`
  }, [name, unread])

  if (removed) {
    return (
      <Suspense>
        <Removed
          browser={browser}
          deviceId={selfId}
          name={name}
          onStartOver={async () => {
            device.close()
            await onLeave()
          }}
        />
      </Suspense>
    )
  }

  return (
    <InboxFrame device={device}>
      {wide ? <Sidebar device={device} /> : null}
      <div className="flex min-w-0 flex-1 flex-col">
        {wide ? null : <PhoneHeader device={device} />}
        <main data-focus-home className="flex min-h-0 flex-1 flex-col">
          <h1 className="sr-only">Inbox</h1>
          <Notices browser={browser} device={device} onDevice={onDevice} />
          <TimelineProvider value={context}>
            <div className="min-h-0 flex-1">
              <Timeline device={device} sends={sends} />
            </div>
          </TimelineProvider>
          <Suspense>{dropped ? <UndoNote onUndo={undo} /> : null}</Suspense>
          <Composer device={device} returned={returned} onSent={() => setSends((count) => count + 1)} />
        </main>
      </div>
      <Announcer device={device} />
      <Suspense>
        {shown ? <HoldersPopoverOnDemand {...shown} {...{ devices, selfId, asOf }} onClose={hide} /> : null}
      </Suspense>
    </InboxFrame>
  )
}
