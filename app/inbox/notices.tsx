import { lazy, Suspense, useSyncExternalStore } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { innermost } from '../connection/use-connection-words.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { SignedOutNotice } from './signed-out-notice.tsx'
import { StorageNotice } from './storage-notice.tsx'
import { UpdateNotice } from './update-notice.tsx'

// Few starts show it.
const JoinedNotice = lazy(() => import('./joined-notice.tsx'))
const NewsNotice = lazy(() => import('./news-notice.tsx'))

interface NoticesProps {
  browser: Browser
  device: TabDevice
  onDevice: (device: TabDevice) => void
}

export function Notices({ browser, device, onDevice }: NoticesProps) {
  const updateReady = useSyncExternalStore(browser.watchForUpdate, browser.updateReady)
  const signedOut = useDeviceState(device, (it) => innermost(it.connection).state === 'signedOut')
  const name = useDeviceState(device, (it) => it.name)
  const storage = useDeviceState(device, (it) => it.storage)
  const joined = useDeviceState(device, (it) => it.joined)
  const hasNews = useDeviceState(device, (it) => it.news.length > 0)
  return (
    <>
      {updateReady ? <UpdateNotice /> : null}
      {signedOut ? <SignedOutNotice browser={browser} name={name} onDevice={onDevice} /> : null}
      <StorageNotice storage={storage} />
      <Suspense>{joined.length > 0 ? <JoinedNotice device={device} joined={joined} /> : null}</Suspense>
      <Suspense>{hasNews ? <NewsNotice device={device} /> : null}</Suspense>
    </>
  )
}
