'use client'

import { Splash } from './brand/splash.tsx'
import { Broken } from './entry/broken.tsx'
import { ChooseDevice } from './entry/choose-device.tsx'
import { ClaimCode } from './entry/claim-code.tsx'
import { NameDevice } from './entry/name-device.tsx'
import { Welcome } from './entry/welcome.tsx'
import { type Arrival, useRoost } from './hooks/use-roost.ts'
import { Inbox } from './inbox/inbox.tsx'

/** The whole app: each stage of a tab has its screen. */
export function Roost({ arrival }: { arrival: Arrival }) {
  const { stage, settle, enter, go } = useRoost(arrival)
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
          onAccount={() => go({ at: 'naming', browser: stage.browser })}
        />
      )
    case 'naming':
      return <NameDevice browser={stage.browser} onDevice={enter} />
    case 'choosing':
      return <ChooseDevice browser={stage.browser} known={stage.known} onDevice={enter} onRefresh={settle} />
    case 'code':
      return <ClaimCode browser={stage.browser} onDevice={enter} />
    case 'device':
      return (
        <Inbox
          key={stage.device.getState().deviceId}
          browser={stage.browser}
          device={stage.device}
          onDevice={enter}
          onLeave={settle}
        />
      )
  }
}
