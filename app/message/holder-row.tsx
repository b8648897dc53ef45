import type { Holder } from '../../lib/core/timeline/delivery.ts'
import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { DeviceTile } from '../devices/tile/device-tile.tsx'
import { useDevice } from '../hooks/use-device.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { delivery as english } from '../words/en/inbox/delivery.ts'
import { subject } from '../words/language/catalog.ts'
import { formatAsOf, formatPast } from '../words/time/time.ts'

const say = subject('delivery', english)

interface HolderRowProps {
  holder: Holder
  info: DeviceInfo | undefined
  /** The device wrote the message then; null for the others. */
  writtenAt: number | null
  /** The list of devices is true now. */
  current: boolean
  now: number
}

export function HolderRow({ holder: { deviceId, name, has }, info, writtenAt, current, now }: HolderRowProps) {
  const selfId = useDeviceState(useDevice(), (it) => it.deviceId)
  return (
    <li className="flex min-h-11 items-center gap-2.5 px-2.5 py-1">
      <DeviceTile id={deviceId} size={28} state={has ? 'filled' : 'lacks'} />
      <span className="min-w-0 flex-1">
        <span className="block truncate leading-[1.1875rem]">{name}</span>
        <span className="numeric block text-xs text-faint">{state()}</span>
      </span>
    </li>
  )

  function state(): string {
    if (writtenAt !== null) {
      const clock = formatAsOf(writtenAt, now)
      return deviceId === selfId ? say.writtenHere(clock) : say.wroteIt(clock)
    }
    if (has) return say.has
    if (!current) return say.notThen
    return info && !info.online ? say.asleep(formatPast(info.lastSeen, now)) : say.gettingIt
  }
}
