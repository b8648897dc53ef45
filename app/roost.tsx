'use client'

import { lazy, Suspense, useEffect } from 'react'
import { Splash } from './brand/splash.tsx'
import { useGuards } from './guards/use-guards.ts'
import { type Arrival, type Roost as RoostHandle, useRoost } from './hooks/use-roost.ts'
import { useSurroundings } from './hooks/use-surroundings.ts'
import { Inbox, preloadInbox } from './inbox/inbox.tsx'
import { BesideSettings } from './settings/beside-settings.tsx'
import { onDemand } from './ui/on-demand.ts'

// A tab of a device goes straight to its inbox, so the screens before it load only when they are shown.
const Broken = lazy(() => import('./entry/broken.tsx'))
const Welcome = lazy(() => import('./entry/welcome.tsx'))
const NameDevice = onDemand(() => import('./entry/name-device.tsx'))
const ChooseDevice = lazy(() => import('./entry/choose-device.tsx'))
const TrustGuide = lazy(() => import('./entry/lan/trust-guide.tsx'))
const ClaimCode = lazy(() => import('./entry/claim-code.tsx'))

/** The whole app: each stage of a tab has a screen. */
export function Roost({ arrival }: { arrival: Arrival }) {
  const roost = useRoost(arrival)
  const { at } = roost.stage
  useSurroundings()
  useGuards()
  // The worker has every file, so there is nothing to spare.
  useEffect(() => {
    if (navigator.serviceWorker?.controller) preloadInbox()
  }, [])
  // The person signs in next and then names the device. Without this the splash would show in between.
  useEffect(() => {
    if (at === 'welcome') NameDevice.preload()
  }, [at])
  return (
    <Suspense fallback={<Splash />}>
      <Screen {...roost} />
    </Suspense>
  )
}

function Screen({ stage, settle, enter, go }: RoostHandle) {
  switch (stage.at) {
    case 'opening':
      return <Splash />
    case 'broken':
      return <Broken problem={stage.problem} />
    case 'welcome':
      return (
        <Welcome
          browser={stage.browser}
          signUp={stage.signUp}
          onAccount={() => void stage.browser.learnNames().then(() => go({ at: 'naming', browser: stage.browser }))}
        />
      )
    case 'naming':
      return <NameDevice browser={stage.browser} onDevice={enter} />
    case 'choosing':
      return <ChooseDevice browser={stage.browser} known={stage.known} onDevice={enter} onRefresh={settle} />
    case 'guide':
      return <TrustGuide browser={stage.browser} address={stage.address} onSkip={() => void settle()} />
    case 'code':
      return <ClaimCode browser={stage.browser} onDevice={enter} />
    case 'device':
      return (
        <BesideSettings key={stage.device.getState().deviceId} device={stage.device}>
          <Inbox browser={stage.browser} device={stage.device} onDevice={enter} onLeave={settle} />
        </BesideSettings>
      )
  }
}
