import { useEffect, useSyncExternalStore } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import type { Check } from '../connection/use-check.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useStartNotice } from '../notices/use-start-notice.ts'
import { later } from '../ui/later.tsx'
import { UpdateStrip } from './update-strip.tsx'
import { awayOf, urgentOf } from './urgent.ts'

// Few starts show any of them.
const SignedOutStrip = later(() => import('./signed-out-strip.tsx'))
const StorageStrip = later(() => import('./storage-strip.tsx'))
const JoinedStrip = later(() => import('./joined-strip.tsx'))
const NewsStrip = later(() => import('./news-strip.tsx'))
const NetworkStrip = later(() => import('./network-strip.tsx'))
const OutcomeStrip = later(() => import('./outcome-strip.tsx'))
const NoticesStrip = later(() => import('./notices-strip.tsx'))

const rareStrips = [SignedOutStrip, StorageStrip, JoinedStrip, NewsStrip, NetworkStrip, OutcomeStrip, NoticesStrip]

interface StatusProps {
  browser: Browser
  device: TabDevice
  check: Check
  onDevice: (device: TabDevice) => void
}

/** The most urgent thing to know, in one line above the composer. */
export default function Status({ browser, device, check, onDevice }: StatusProps) {
  const { notice, settled } = useStartNotice(device)
  const updateReady = useSyncExternalStore(browser.watchForUpdate, browser.updateReady)
  const urgent = useDeviceState(device, (it) => urgentOf(it, check.outcome !== null, updateReady, notice !== null))
  const { name, storage, joined, connection } = useDeviceState(device, (it) => ({
    ...{ name: it.name, storage: it.storage, joined: it.joined, connection: it.connection },
  }))
  const away = awayOf(connection)

  useEffect(() => {
    for (const strip of rareStrips) strip.preload()
  }, [])

  switch (urgent) {
    case 'signedOut':
      return <SignedOutStrip {...{ browser, name, onDevice }} />
    case 'storage':
      return <StorageStrip storage={storage} />
    case 'joined':
      return <JoinedStrip {...{ device, joined }} />
    case 'news':
      return <NewsStrip device={device} />
    case 'network':
      return away ? <NetworkStrip {...{ device, away, check }} /> : null
    case 'outcome':
      return <OutcomeStrip check={check} />
    case 'update':
      return <UpdateStrip />
    case 'notices':
      return notice ? <NoticesStrip {...{ device, notice, settled }} /> : null
    default:
      return null
  }
}
