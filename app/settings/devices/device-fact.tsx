import { Suspense } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { DeviceInfo } from '../../../lib/protocol/device.ts'
import { DeviceActions } from '../../devices/device-actions.tsx'
import { RenameField } from '../../devices/rename-field-on-demand.ts'
import { DeviceTile } from '../../devices/tile/device-tile.tsx'
import { useRenaming } from '../../devices/use-renaming.ts'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { useNow } from '../../hooks/use-now.ts'
import { browserWords } from '../../words/devices/browser-words.ts'
import { namesOf } from '../../words/devices/device-names.ts'
import { lagWords, presenceWords } from '../../words/devices/device-status.ts'
import { settings as english } from '../../words/en/settings/settings.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatPast } from '../../words/time/time.ts'
import { Fact } from '../parts/fact.tsx'
import { OwnActions } from './own-actions.tsx'

const say = subject('settings', english)

interface DeviceFactProps {
  device: TabDevice
  info: DeviceInfo
}

/** Shows whether a device is there, what it lacks, and how it came into the account. */
export function DeviceFact({ device, info }: DeviceFactProps) {
  const { deviceId, name } = info
  const isThis = useDeviceState(device, (it) => it.deviceId === deviceId)
  const lacks = useDeviceState(
    device,
    (it) => !isThis && info.access !== 'send' && it.devicesAsOf.state === 'now' && it.head > info.lastReceivedVersion,
  )
  const Actions = isThis ? OwnActions : DeviceActions
  const { renaming, renamed, start, done } = useRenaming()
  return (
    <li data-device-id={deviceId}>
      <Fact
        sign={<DeviceTile id={deviceId} size={32} state={lacks ? 'lacks' : 'filled'} />}
        title={
          renaming ? (
            <Suspense>
              <RenameField name={name} onRename={(next) => device.rename(deviceId, next)} onDone={done} />
            </Suspense>
          ) : (
            name
          )
        }
        note={<Note device={device} info={info} isThis={isThis} />}
      >
        {renaming ? null : <Actions {...{ device, deviceId, name }} autoFocus={renamed} onRename={start} />}
      </Fact>
    </li>
  )
}

function Note({ device, info, isThis }: DeviceFactProps & { isThis: boolean }) {
  const text = say.devices
  const now = useNow(30_000)
  const current = useDeviceState(device, (it) => it.devicesAsOf.state === 'now')
  const devices = useDeviceState(device, (it) => it.devices)
  const former = useDeviceState(device, (it) => it.former)
  const head = useDeviceState(device, (it) => Math.max(it.head, info.lastReceivedVersion))
  const own = useDeviceState(device, (it) => it.cursor)
  const received = isThis ? own : info.lastReceivedVersion
  const joined = [
    text.joined(formatPast(info.createdAt, now)),
    info.offeredBy ? text.invitedBy(namesOf({ devices, former })(info.offeredBy)) : '',
  ]
  const facts = [
    isThis ? text.thisDevice : presenceWords(info, now, current),
    info.access === 'send' ? text.onlySends : lagWords(head, received, current || isThis),
    browserWords(info.platform),
    ...joined,
  ]
  return facts.filter(Boolean).join(' · ')
}
