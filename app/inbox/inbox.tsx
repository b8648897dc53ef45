import { lazy, Suspense, useEffect, useState } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { preloadFilters } from '../../lib/core/timeline/later-view.ts'
import { ActionsProvider, createActions } from '../actions/actions.ts'
import { Composer, KeptNote, SizeNote } from '../composer/composer.tsx'
import { preloadCheck, useCheck } from '../connection/use-check.ts'
import { DeviceProvider } from '../hooks/use-device.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useMedia } from '../hooks/use-media.ts'
import { PageKeys } from '../keys/page-keys-later.ts'
import { HoldersPopoverOnDemand } from '../message/holders-popover-on-demand.ts'
import { filesPart } from '../message/message-files.tsx'
import { Destinations, Navigation, ThisDevice } from '../navigation/navigation.tsx'
import { useView } from '../navigation/use-view.ts'
import { SearchLayer, SearchScreen } from '../search/search-layer.tsx'
import { useSearchOpen } from '../search/search-open.ts'
import { MessageList, NothingHere, Timeline } from '../timeline/timeline.tsx'
import { TimelineProvider } from '../timeline/timeline-context.ts'
import { useTimelineContext } from '../timeline/use-timeline-context.ts'
import { afterPaint } from '../ui/after-paint.ts'
import { later } from '../ui/later.tsx'
import { preloadSentences } from '../words/sentence-later.ts'
import { Header } from './header.tsx'
import { InboxFrame } from './inbox-frame.tsx'
import { CatchUpWire, PinsRow } from './later-parts.ts'
import { showSent } from './show-sent.ts'
import { useAim } from './use-aim.ts'
import { useFilter } from './use-filter.ts'

const PhoneHeader = later(
  () => import('./phone-header.tsx'),
  <div className="border-b border-line pt-[env(safe-area-inset-top)]">
    <div className="h-13" />
  </div>,
)
const Status = later(() => import('../status/status.tsx'))
const UnreadSigns = later(() => import('../unread/unread-signs.tsx'))
const Announcer = later(() => import('./announcer.tsx'))
const ActionLayer = later(() => import('../actions/action-layer.tsx'))
const Removed = lazy(() => import('../entry/removed.tsx'))

/** Loads what the inbox does not need at first. It must all be there when the network or this version is gone. */
export function preloadInbox(): void {
  for (const part of [
    Destinations,
    ThisDevice,
    PhoneHeader,
    KeptNote,
    SizeNote,
    MessageList,
    NothingHere,
    Status,
    UnreadSigns,
    Announcer,
    ActionLayer,
    CatchUpWire,
    PinsRow,
    PageKeys,
    SearchScreen,
  ])
    part.preload()
  preloadCheck()
  preloadFilters()
  filesPart.load()
  preloadSentences()
  // Listens for the browser's offer to install the app. Without it, Settings say how.
  import('../install/offer.ts').catch(() => {})
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
  const wide = useMedia('(min-width: 52rem)')
  const view = useView()
  const searching = useSearchOpen()
  const aim = useAim(device, view)
  useFilter(device, view)
  const check = useCheck(device)
  const [sends, setSends] = useState(0)
  const [actions] = useState(() => createActions(device))
  function onSent() {
    setSends((count) => count + 1)
    showSent(device)
  }
  const { context, selfId, returned, shown, hide } = useTimelineContext(device)

  useEffect(() => afterPaint(preloadInbox), [])

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
    <DeviceProvider value={device}>
      <ActionsProvider value={actions}>
        <UnreadSigns device={device} />
        <InboxFrame device={device}>
          {wide ? <Navigation device={device} check={check} /> : null}
          <div className="relative flex min-w-0 flex-1 flex-col">
            <div className="contents" inert={searching}>
              {wide ? <Header device={device} view={view} /> : <PhoneHeader {...{ device, view, check }} />}
              <main data-focus-home className="flex min-h-0 flex-1 flex-col">
                <TimelineProvider value={context}>
                  <div className="min-h-0 flex-1">
                    <Timeline device={device} sends={sends} />
                  </div>
                </TimelineProvider>
                <ActionLayer />
                <Status {...{ browser, device, check, onDevice }} />
                <Composer device={device} aim={aim} returned={returned} onSent={onSent} />
              </main>
            </div>
            <SearchLayer device={device} />
          </div>
          <Announcer device={device} />
          <Suspense>{shown ? <HoldersPopoverOnDemand {...shown} onClose={hide} /> : null}</Suspense>
        </InboxFrame>
      </ActionsProvider>
    </DeviceProvider>
  )
}
