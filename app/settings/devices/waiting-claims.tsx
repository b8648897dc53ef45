import { useEffect, useState } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { PairingEvent } from '../../../lib/protocol/pairing.ts'
import { useAction } from '../../hooks/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { settings as english } from '../../words/en/settings/settings.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'

const say = subject('settings', english)

/** Devices that have used a code of this one and wait for a person to decide. The wire has no list of open codes. */
export function WaitingClaims({ device }: { device: TabDevice }) {
  const text = say.devices
  const [claims, set] = useState<readonly PairingEvent[] | null>(null)
  const [unknown, setUnknown] = useState(false)
  const { run, busy, problem } = useAction(async (claim: PairingEvent, accept: boolean) => {
    await device.decideClaim(claim.claimId, accept)
    set((before) => before?.filter((it) => it.claimId !== claim.claimId) ?? null)
  })

  useEffect(() => {
    let gone = false
    device.waitingClaims().then(
      (it) => gone || set(it),
      () => gone || setUnknown(true),
    )
    const stop = device.onClaim((claim) =>
      set((before) => [...(before ?? []).filter((it) => it.claimId !== claim.claimId), claim]),
    )
    return () => {
      gone = true
      stop()
    }
  }, [device])

  return (
    <Section title={text.waiting} lead={text.waitingLead}>
      <Panel>
        {claims && claims.length > 0 ? (
          <ul className="divide-y divide-line">
            {claims.map((it) => (
              <li key={it.claimId}>
                <Fact title={it.name} note={text.asks(it.check)}>
                  <Button size="small" disabled={busy} onClick={() => void run(it, false)}>
                    {text.refuse}
                  </Button>
                  <Button size="small" disabled={busy} onClick={() => void run(it, true)}>
                    {text.letIn}
                  </Button>
                </Fact>
              </li>
            ))}
          </ul>
        ) : (
          <Fact title={claims || !unknown ? text.waitingNone : text.waitingUnknown} />
        )}
      </Panel>
      <Problem>{problem}</Problem>
    </Section>
  )
}
