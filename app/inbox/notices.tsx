import { useSyncExternalStore } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { innermost } from '../connection/use-connection-words.ts'
import { SignedOutNotice } from './signed-out-notice.tsx'
import { StorageNotice } from './storage-notice.tsx'
import { UpdateNotice } from './update-notice.tsx'

interface NoticesProps {
  browser: Browser
  state: DeviceState
  onDevice: (device: TabDevice) => void
}

export function Notices({ browser, state, onDevice }: NoticesProps) {
  const updateReady = useSyncExternalStore(browser.watchForUpdate, browser.updateReady)
  return (
    <>
      {updateReady ? <UpdateNotice /> : null}
      {innermost(state.connection).state === 'signedOut' ? (
        <SignedOutNotice browser={browser} name={state.name} onDevice={onDevice} />
      ) : null}
      <StorageNotice storage={state.storage} />
    </>
  )
}
