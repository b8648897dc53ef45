import { useEffect, useState } from 'react'
import type { Browser, KnownDevice, TabDevice } from '../../lib/browser/browser.ts'
import type { Look } from '../../lib/protocol/pairing.ts'
import { useAction } from '../hooks/use-action.ts'
import { browserWords } from '../words/devices/browser-words.ts'
import { pairingCodeIn } from '../words/devices/pairing-code.ts'
import { CompareNumber } from './compare-number.tsx'
import { EnterCode } from './enter-code.tsx'
import { JoinAccount } from './join-account.tsx'
import { useClaim } from './use-claim.ts'

interface ClaimCodeProps {
  browser: Browser
  onDevice: (device: TabDevice) => void
}

/** Where the code leads, and the devices that this browser holds already. */
interface Found {
  code: string
  look: Look
  known: KnownDevice[]
}

/** Joins an account with a code of one of its devices: enter it, see whose it is, then compare a number. */
export default function ClaimCode({ browser, onDevice }: ClaimCodeProps) {
  const [code, setCode] = useState(() => pairingCodeIn(location.hash))
  const [found, setFound] = useState<Found | null>(null)
  const claim = useClaim(browser, onDevice)
  const look = useAction(async (typed: string) => {
    const answer = await browser.look(typed)
    setFound({ code: typed, look: answer, known: await browser.knownDevices() })
  })

  // The browser does not load the page again when a second link in this tab changes only the hash.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is looked at once
  useEffect(() => {
    const take = () => {
      const linked = pairingCodeIn(location.hash)
      setCode(linked)
      setFound(null)
      if (linked !== '') void look.run(linked)
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])

  if (claim.waiting && found) {
    return <CompareNumber {...claim.waiting} offeredBy={found.look.offeredBy} onCancel={claim.cancel} />
  }
  const startOver = () => {
    setFound(null)
    setCode('')
    claim.reset()
  }
  if (found) {
    return (
      <JoinAccount
        {...found}
        suggestedName={browser.suggestName(browserWords)}
        busy={claim.busy}
        problem={claim.problem}
        onJoin={(name) => claim.run(found.code, name)}
        onOtherCode={startOver}
      />
    )
  }
  return (
    <EnterCode
      code={code}
      busy={look.busy}
      problem={look.problem}
      onChange={(text) => setCode(pairingCodeIn(text))}
      onSubmit={() => void look.run(code)}
    />
  )
}
