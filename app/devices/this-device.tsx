import { RefreshCw } from 'lucide-react'
import { Suspense } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { CatchUpBar } from '../connection/catch-up-bar.tsx'
import { innermost } from '../connection/innermost.ts'
import { ToneDot } from '../connection/tone-dot.tsx'
import { useCheck } from '../connection/use-check.ts'
import { useConnectionWords } from '../connection/use-connection-words.ts'
import { useAccount } from '../hooks/use-account.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { Button } from '../ui/button.tsx'
import { Switch } from '../ui/switch.tsx'
import { DeviceActions } from './device-actions.tsx'
import { RenameField } from './rename-field-on-demand.ts'
import { StorageLine } from './storage-line.tsx'
import { useRenaming } from './use-renaming.ts'

interface ThisDeviceProps {
  device: TabDevice
}

/** Shows the name of this device, how it is connected, and the switches for that. */
export function ThisDevice({ device }: ThisDeviceProps) {
  const deviceId = useDeviceState(device, (it) => it.deviceId)
  const name = useDeviceState(device, (it) => it.name)
  const connection = useDeviceState(device, (it) => it.connection)
  const { renaming, renamed, start, done } = useRenaming()
  const account = useAccount(device)
  const words = useConnectionWords(device)
  const check = useCheck(device)
  const view = innermost(connection)
  const off = view.state === 'switchedOff'
  const usable = view.state !== 'signedOut' && view.state !== 'revoked'

  return (
    <section
      aria-label="This device"
      data-device-id={deviceId}
      className="rounded-2xl border border-line bg-raised p-4"
    >
      <div className="flex items-start justify-between gap-2">
        {renaming ? (
          <Suspense>
            <RenameField name={name} onRename={(next) => device.rename(deviceId, next)} onDone={done} />
          </Suspense>
        ) : (
          <>
            <div className="min-w-0">
              <h2 className="truncate font-semibold tracking-[-0.011em]">{name}</h2>
              <p className="text-xs text-faint">This device</p>
              {account ? <p className="truncate text-xs text-faint">{account}</p> : null}
            </div>
            <span className="-me-2 -mt-1.5">
              <DeviceActions {...{ device, deviceId, name }} isThis autoFocus={renamed} onRename={start} />
            </span>
          </>
        )}
      </div>
      <div className="mt-3.5 flex gap-2.5">
        <span className="pt-[3px]">
          <ToneDot tone={words.tone} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="numeric text-sm font-medium">{words.headline}</p>
          <p className="numeric mt-0.5 text-xs text-faint">{words.detail}</p>
          <CatchUpBar connection={connection} className="mt-2.5" />
        </div>
      </div>
      {usable ? (
        <div className="mt-4 space-y-3 border-t border-line pt-3.5">
          <Switch
            label="Work offline"
            checked={off}
            onChange={(next) => (next ? device.switchOff() : device.switchOn())}
          />
          <Button size="small" className="w-full" busy={check.busy} disabled={off} onClick={() => void check.run()}>
            <RefreshCw className="size-3.5" aria-hidden="true" />
            Check now
          </Button>
          <p role="status" className="numeric text-xs text-soft empty:hidden">
            {off ? null : check.outcome}
          </p>
          <StorageLine device={device} />
        </div>
      ) : null}
    </section>
  )
}
