import { useEffect, useState } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { LanState } from '../../../lib/browser/lan.ts'
import { useAction } from '../../hooks/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { lan as english } from '../../words/en/start/lan.ts'
import { subject } from '../../words/language/catalog.ts'

const say = subject('lan', english)

/** Other computers cannot open an address that means "this computer". */
const isLocal = (url: string) => /^https?:\/\/(localhost|127\.|\[::1\])/.test(url)

interface OpenNetworkProps {
  device: TabDevice
  /** Where the invitation leads. */
  url: string
  /** From now on an invitation leads somewhere else. */
  onOpened: () => void
}

/** Says who can open the invitation, and lets the local network in. */
export function OpenNetwork({ device, url, onOpened }: OpenNetworkProps) {
  const [lan, setLan] = useState<LanState | null>(null)
  const local = isLocal(url)
  const { run, busy, problem } = useAction(async () => {
    await device.openLan()
    onOpened()
  })

  useEffect(() => {
    let stale = false
    device.lan().then(
      (it) => !stale && setLan(it),
      () => {},
    )
    return () => {
      stale = true
    }
  }, [device])

  if (local) {
    return (
      <div className="mt-3 text-xs/5 text-soft" data-testid="only-here">
        <p>
          <b>{say.onlyHere}</b> {lan?.mayOpen ? say.openMeans : say.elsewhere}
        </p>
        <Problem>{problem}</Problem>
        {lan?.mayOpen ? (
          <Button size="small" className="mt-2" busy={busy} onClick={() => void run()}>
            {say.open}
          </Button>
        ) : null}
      </div>
    )
  }
  if (!lan?.address || !url.startsWith(`${lan.address.plain}/`)) return null
  return (
    <details className="mt-3 text-xs/5 text-soft">
      <summary className="cursor-pointer rounded">{say.sameNetwork}</summary>
      <p className="mt-1.5">
        {say.fingerprint}
        <span className="mt-0.5 block font-mono wrap-anywhere select-all" dir="ltr">
          {lan.address.fingerprint}
        </span>
      </p>
    </details>
  )
}
