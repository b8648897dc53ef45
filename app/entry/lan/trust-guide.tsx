import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Browser } from '../../../lib/browser/browser.ts'
import type { LanAddress } from '../../../lib/browser/lan.ts'
import { Segments } from '../../settings/parts/segments.tsx'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { lan as english } from '../../words/en/start/lan.ts'
import { subject } from '../../words/language/catalog.ts'
import { EntryFrame } from '../entry-frame.tsx'
import { goOnIfTrusted, skipGuide } from './guide-address.ts'

const say = subject('lan', english)

type System = 'iphone' | 'android' | 'computer'

const systemOf = (agent: string): System =>
  /iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1)
    ? 'iphone'
    : /Android/.test(agent)
      ? 'android'
      : 'computer'

interface TrustGuideProps {
  browser: Browser
  address: LanAddress
  /** The person stays with HTTP. */
  onSkip: () => void
}

/** The first page over HTTP in a local network: how to trust the certificate, or what is missing without. */
export default function TrustGuide({ browser, address, onSkip }: TrustGuideProps) {
  const [system, setSystem] = useState(() => systemOf(navigator.userAgent))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)

  // The person comes back from the settings of the system.
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void goOnIfTrusted(browser, address)
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [browser, address])

  async function goOn() {
    setBusy(true)
    setTried(!(await goOnIfTrusted(browser, address)))
    setBusy(false)
  }

  const options = [
    { value: 'iphone', label: say.iphone },
    { value: 'android', label: say.android },
    { value: 'computer', label: say.computer },
  ] as const

  return (
    <EntryFrame title={say.title} lead={say.lead}>
      <Segments label={say.system} options={options} value={system} onChange={setSystem} />
      <ol className="mt-4 list-decimal space-y-2 ps-5 text-[0.9375rem]/6 marker:text-faint">
        {stepsOf(system).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <a
        href="/api/roost/lan/roost.crt"
        download="roost.crt"
        className="mt-4 inline-flex min-h-11 items-center gap-2 rounded-lg font-medium text-accent underline-offset-4 hover:underline"
      >
        <Download className="size-4" aria-hidden="true" />
        {say.download}
      </a>
      <p className="mt-2 text-xs/5 text-faint">
        {say.fingerprint}
        <span className="mt-0.5 block font-mono wrap-anywhere select-all" dir="ltr">
          {address.fingerprint}
        </span>
      </p>
      <div className="mt-5 space-y-3">
        <Problem>{tried && !busy ? say.notYet : null}</Problem>
        <Button look="primary" size="large" className="w-full" busy={busy} onClick={() => void goOn()}>
          {say.goOn}
        </Button>
      </div>
      <section className="mt-8 border-t border-line pt-5">
        <h2 className="text-sm font-medium">{say.without}</h2>
        <p className="mt-1 text-sm/6 text-pretty text-soft">{say.missing}</p>
        <Button
          className="mt-3"
          onClick={() => {
            skipGuide()
            onSkip()
          }}
        >
          {say.skip}
        </Button>
      </section>
    </EntryFrame>
  )
}

function stepsOf(system: System): string[] {
  if (system === 'iphone') return [say.iphoneLoad, say.iphoneInstall, say.iphoneTrust]
  if (system === 'android') return [say.androidLoad, say.androidInstall, say.androidFirefox]
  return [say.computerLoad, say.computerInstall, say.computerFirefox]
}
