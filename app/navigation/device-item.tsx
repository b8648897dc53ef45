import { Suspense } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { DeviceActions } from '../devices/device-actions.tsx'
import { RenameField } from '../devices/rename-field-on-demand.ts'
import { DeviceTile } from '../devices/tile/device-tile.tsx'
import type { TileState } from '../devices/tile/tile.tsx'
import { useRenaming } from '../devices/use-renaming.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useNow } from '../hooks/use-now.ts'
import { presenceWords } from '../words/devices/presence.ts'
import { NavItem } from './nav-item.tsx'
import { hashOf } from './view.ts'

interface DeviceItemProps {
  device: TabDevice
  info: DeviceInfo
  chosen: boolean
  onChoose?: (() => void) | undefined
}

/** Another device: its tile says whether it has everything, and words say how it is. */
export function DeviceItem({ device, info, chosen, onChoose }: DeviceItemProps) {
  const { deviceId, name } = info
  const unread = useDeviceState(device, (it) => it.unread[deviceId] ?? 0)
  const { renaming, renamed, start, done } = useRenaming()
  if (renaming) {
    return (
      <Suspense>
        <RenameField name={name} onRename={(next) => device.rename(deviceId, next)} onDone={done} />
      </Suspense>
    )
  }
  return (
    <NavItem
      href={hashOf({ kind: 'device', deviceId })}
      {...{ chosen, unread, name, onChoose }}
      tile={<LiveTile device={device} info={info} />}
      state={<Presence device={device} info={info} />}
      actions={<DeviceActions {...{ device, deviceId, name }} autoFocus={renamed} onRename={start} />}
    />
  )
}

interface PartProps {
  device: TabDevice
  info: DeviceInfo
}

/** A live message changes only the tile and the words of a row, so React draws only these again. */
function LiveTile({ device, info: { deviceId, lastReceivedVersion, online, access } }: PartProps) {
  const has = useDeviceState(device, (it) => {
    const head = Math.max(it.head, lastReceivedVersion)
    return access === 'send' || head === 0 ? 1 : lastReceivedVersion / head
  })
  const current = useDeviceState(device, (it) => it.devicesAsOf.state === 'now')
  return <DeviceTile id={deviceId} size={32} state={tileState(has, online && current)} />
}

const tileState = (has: number, here: boolean): TileState => (has >= 1 ? 'filled' : here ? { has } : 'lacks')

function Presence({ device, info }: PartProps) {
  const now = useNow(30_000)
  const current = useDeviceState(device, (it) => it.devicesAsOf.state === 'now')
  const lacks = useDeviceState(device, (it) => Math.max(0, it.head - info.lastReceivedVersion))
  const here = info.online && current
  return (
    <>
      {here ? <span data-testid="online" className="dot size-[0.4375rem] rounded-full bg-here" /> : null}
      <span className={`truncate ${here ? 'text-soft' : ''}`}>{presenceWords(info, lacks, now, current)}</span>
    </>
  )
}
