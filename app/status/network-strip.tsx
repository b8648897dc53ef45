import { CloudOff, WifiOff } from 'lucide-react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Check } from '../connection/use-check.ts'
import { useConnectionWords } from '../connection/use-connection-words.ts'
import { Button } from '../ui/button.tsx'
import { connection as connectionEnglish } from '../words/en/general/connection.ts'
import { status as statusEnglish } from '../words/en/general/status.ts'
import { subject } from '../words/language/catalog.ts'
import { waitWords } from '../words/wait-words.ts'
import { Strip } from './strip.tsx'
import type { Away } from './urgent.ts'

const connection = subject('connection', connectionEnglish)
const status = subject('status', statusEnglish)

interface NetworkStripProps {
  device: TabDevice
  away: Away
  check: Check
}

/** Why nothing goes out now. A check that failed says so here, too. */
export default function NetworkStrip({ device, away, check }: NetworkStripProps) {
  const trying = useConnectionWords(device).headline
  if (away.state === 'switchedOff') {
    return (
      <Strip
        tone="amber"
        icon={WifiOff}
        action={
          <Button size="small" onClick={() => device.switchOn()}>
            {status.goOnline}
          </Button>
        }
      >
        <b>{status.workingOffline}</b> {status.workingOfflineMeans}
      </Strip>
    )
  }
  const isOffline = away.state === 'offline'
  const [what, means] = isOffline ? [status.noNetwork, status.noNetworkMeans] : [waitWords(away.reason), `${trying}.`]
  return (
    <Strip
      tone="amber"
      icon={isOffline ? WifiOff : CloudOff}
      action={
        <Button size="small" busy={check.busy} onClick={() => void check.run()}>
          {connection.checkNow}
        </Button>
      }
    >
      {check.outcome ?? (
        <>
          <b>{what}</b> {means}
        </>
      )}
    </Strip>
  )
}
