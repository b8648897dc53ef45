import { lazy, Suspense, useEffect, useState } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { Composer } from '../composer/composer.tsx'
import { Removed } from '../entry/removed.tsx'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useMedia } from '../hooks/use-media.ts'
import { Timeline } from '../timeline/timeline.tsx'
import { TimelineProvider } from '../timeline/timeline-context.ts'
import { useTimelineContext } from '../timeline/use-timeline-context.ts'
import { Announcer } from './announcer.tsx'
import { Notices } from './notices.tsx'
import { PhoneHeader } from './phone-header.tsx'
import { Sidebar } from './sidebar.tsx'

const HoldersPopover = lazy(() => import('../message/holders-popover.tsx'))

interface InboxProps {
  browser: Browser
  device: TabDevice
  /** This tab goes on as another device. */
  onDevice: (device: TabDevice) => void
  /** This tab is no device any more. */
  onLeave: () => Promise<void>
}

export function Inbox({ browser, device, onDevice, onLeave }: InboxProps) {
  const state = useDeviceState(device)
  const wide = useMedia('(min-width: 60rem)')
  const [sends, setSends] = useState(0)
  const { context, shown, hide } = useTimelineContext(device, state)
  const { deviceId, name, connection, cursor, head } = state

  useEffect(() => {
    document.title = `${name} – Roost`
  }, [name])

  if (connection.state === 'revoked') {
    return (
      <Removed
        browser={browser}
        deviceId={deviceId}
        name={name}
        onStartOver={async () => {
          device.close()
          await onLeave()
        }}
      />
    )
  }

  return (
    <div
      data-testid="inbox"
      data-connection={connection.state}
      data-cursor={cursor}
      data-head={head}
      className="flex h-dvh overflow-hidden ps-[env(safe-area-inset-left)] pe-[env(safe-area-inset-right)]"
    >
      {wide ? <Sidebar device={device} state={state} /> : null}
      <div className="flex min-w-0 flex-1 flex-col">
        {wide ? null : <PhoneHeader device={device} state={state} />}
        <main className="flex min-h-0 flex-1 flex-col">
          <h1 className="sr-only">Inbox</h1>
          <Notices browser={browser} state={state} onDevice={onDevice} />
          <TimelineProvider value={context}>
            <div className="min-h-0 flex-1">
              <Timeline device={device} state={state} sends={sends} />
            </div>
          </TimelineProvider>
          <Composer device={device} state={state} onSent={() => setSends((count) => count + 1)} />
        </main>
      </div>
      <Announcer state={state} />
      <Suspense>
        {shown ? <HoldersPopover {...shown} devices={state.devices} selfId={deviceId} onClose={hide} /> : null}
      </Suspense>
    </div>
  )
}
