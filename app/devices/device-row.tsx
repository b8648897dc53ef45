import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { useNow } from '../hooks/use-now.ts'
import { lagWords, presenceWords } from '../words/device-status.ts'
import { DeviceActions } from './device-actions.tsx'
import { PlatformIcon } from './platform-icon.tsx'
import { RenameField } from './rename-field.tsx'
import { useRenaming } from './use-renaming.ts'

interface DeviceRowProps {
  info: DeviceInfo
  head: number
  onRename: (name: string) => Promise<void>
  onRemove: () => Promise<void>
}

export function DeviceRow({ info, head, onRename, onRemove }: DeviceRowProps) {
  const now = useNow(30_000)
  const { renaming, renamed, start, done } = useRenaming()
  const behind = head > info.lastReceivedVersion

  return (
    <li
      data-device-id={info.deviceId}
      className="flex min-h-14 items-center gap-3 rounded-xl ps-3 pe-1.5 hover:bg-ink/4"
    >
      <span className="relative">
        <PlatformIcon hint={`${info.platform} ${info.name}`} />
        {info.online ? (
          <span
            className="absolute -end-0.5 -bottom-0.5 size-2 rounded-full bg-accent ring-2 ring-panel"
            aria-hidden="true"
          />
        ) : null}
      </span>
      {renaming ? (
        <RenameField name={info.name} onRename={onRename} onDone={done} />
      ) : (
        <>
          <div className="min-w-0 flex-1 py-2">
            <p className="truncate text-sm font-medium">{info.name}</p>
            <p className="numeric flex gap-1 text-xs whitespace-nowrap text-faint">
              <span className="truncate">{presenceWords(info, now)}</span>
              <span aria-hidden="true">·</span>
              <span className={behind ? 'text-amber' : ''}>{lagWords(head, info.lastReceivedVersion)}</span>
            </p>
          </div>
          <DeviceActions name={info.name} isThis={false} autoFocus={renamed} onRename={start} onRemove={onRemove} />
        </>
      )}
    </li>
  )
}
