import { MonitorSmartphone, RefreshCw } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { Mark } from '../brand/mark.tsx'
import { CatchUpBar } from '../connection/catch-up-bar.tsx'
import { ToneDot } from '../connection/tone-dot.tsx'
import { useCheck } from '../connection/use-check.ts'
import { useConnectionWords } from '../connection/use-connection-words.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { onDemand } from '../ui/on-demand.ts'

const DevicesSheet = onDemand(() => import('../devices/devices-sheet.tsx'))

interface PhoneHeaderProps {
  device: TabDevice
}

/** Shows this device and its connection in one line on a small screen, and opens the list of devices. */
export default function PhoneHeader({ device }: PhoneHeaderProps) {
  const [open, setOpen] = useState(false)
  const name = useDeviceState(device, (it) => it.name)
  const connection = useDeviceState(device, (it) => it.connection)
  const words = useConnectionWords(device)
  const check = useCheck(device)

  return (
    <header className="relative border-b border-line bg-ground pt-[env(safe-area-inset-top)]">
      <div className="flex h-14 items-center gap-1 ps-4 pe-1.5">
        <Mark className="w-7 shrink-0" />
        <button
          type="button"
          aria-haspopup="dialog"
          {...DevicesSheet.onIntent}
          onClick={() => setOpen(true)}
          className="flex min-w-0 flex-1 flex-col items-start rounded-lg px-2.5 py-1 text-start"
        >
          <span className="max-w-full truncate text-[0.9375rem] leading-5 font-semibold tracking-[-0.011em]">
            {name}
          </span>
          <span className="numeric flex max-w-full items-center gap-1.5 text-xs text-faint">
            <ToneDot tone={words.tone} />
            <span className="truncate">{words.headline}</span>
          </span>
        </button>
        {words.tone === 'waits' ? (
          <IconButton icon={RefreshCw} label="Check now" disabled={check.busy} onClick={() => void check.run()} />
        ) : null}
        <IconButton
          icon={MonitorSmartphone}
          label="Devices"
          aria-haspopup="dialog"
          {...DevicesSheet.onIntent}
          onClick={() => setOpen(true)}
        />
      </div>
      {words.tone === 'waits' && check.outcome ? (
        <p role="status" className="numeric animate-rise px-4 pb-2 text-xs text-soft">
          {check.outcome}
        </p>
      ) : null}
      <CatchUpBar connection={connection} className="absolute inset-x-0 -bottom-px h-0.5 rounded-none" />
      <Suspense>{open ? <DevicesSheet device={device} onClose={() => setOpen(false)} /> : null}</Suspense>
    </header>
  )
}
