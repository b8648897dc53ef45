import { Suspense } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useNow } from '../hooks/use-now.ts'
import { lagWords, presenceWords } from '../words/devices/device-status.ts'
import { DeviceActions } from './device-actions.tsx'
import { PlatformIcon } from './platform-icon.tsx'
import { RenameField } from './rename-field-on-demand.ts'
import { useRenaming } from './use-renaming.ts'

interface DeviceRowProps {
  device: TabDevice
  info: DeviceInfo
}

export function DeviceRow({ device, info }: DeviceRowProps) {
  const now = useNow(30_000)
  const current = useDeviceState(device, (it) => it.devicesAsOf.state === 'now')
  const colour = useDeviceState(device, (it) => it.colours[info.deviceId])
  const { renaming, renamed, start, done } = useRenaming()
  const rename = (name: string) => device.rename(info.deviceId, name)

  return (
    <li
      data-device-id={info.deviceId}
      className="flex min-h-14 items-center gap-3 rounded-xl ps-3 pe-1.5 hover:bg-ink/4"
    >
      <span className="relative">
        <PlatformIcon hint={`${info.platform} ${info.name}`} colour={colour} />
        {info.online && current ? (
          <span
            data-testid="online"
            className="dot absolute -end-0.5 -bottom-0.5 size-2 rounded-full bg-accent ring-2 ring-panel"
            aria-hidden="true"
          />
        ) : null}
      </span>
      {renaming ? (
        <Suspense>
          <RenameField name={info.name} onRename={rename} onDone={done} />
        </Suspense>
      ) : (
        <>
          <div className="min-w-0 flex-1 py-2">
            <p className="truncate text-sm font-medium">{info.name}</p>
            <p className="numeric flex gap-1 text-xs whitespace-nowrap text-faint">
              <span className="truncate">{presenceWords(info, now, current)}</span>
              <span aria-hidden="true">·</span>
              {info.access === 'send' ? (
                <span>Only sends</span>
              ) : (
                <Lag device={device} received={info.lastReceivedVersion} current={current} />
              )}
            </p>
          </div>
          <DeviceActions
            device={device}
            deviceId={info.deviceId}
            name={info.name}
            isThis={false}
            autoFocus={renamed}
            onRename={start}
          />
        </>
      )}
    </li>
  )
}

/** A live message changes only this part of the row, so React draws only this part again. */
function Lag({ device, received, current }: { device: TabDevice; received: number; current: boolean }) {
  const head = useDeviceState(device, (it) => Math.max(it.head, received))
  return <span className={head > received && current ? 'text-amber' : ''}>{lagWords(head, received, current)}</span>
}
