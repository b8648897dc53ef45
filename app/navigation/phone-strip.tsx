import { Pin } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { deviceOf } from '../../lib/core/timeline/filter.ts'
import { DeviceTile } from '../devices/tile/device-tile.tsx'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { formatCount } from '../words/count.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'
import { Badge } from './badge.tsx'
import { hashOf, type View } from './view.ts'

const say = subject('navigation', english)

interface PhoneStripProps {
  device: TabDevice
  view: View
}

/** The devices in one row below the header of a small screen. The chosen one stays in sight. */
export function PhoneStrip({ device, view }: PhoneStripProps) {
  const devices = useDeviceState(device, (it) => it.devices)
  const selfId = useDeviceState(device, (it) => it.deviceId)
  const strip = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chip is the chosen one then
  useEffect(() => {
    strip.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [view])
  const others = devices.filter((it) => it.deviceId !== selfId)
  const hasPins = useDeviceState(device, (it) => it.pins.length > 0)
  if (others.length === 0 && !hasPins) return null
  return (
    <nav ref={strip} aria-label={say.devices} className="strip">
      <a href={hashOf(null)} aria-current={view === null ? 'page' : undefined} className="chip">
        {say.all}
      </a>
      <PinsChip device={device} chosen={view?.kind === 'pinned'} />
      {others.map(({ deviceId, name }) => (
        <a
          key={deviceId}
          href={hashOf({ kind: 'device', deviceId })}
          aria-current={deviceOf(view) === deviceId ? 'page' : undefined}
          className="chip"
        >
          <DeviceTile id={deviceId} size={20} />
          <span className="max-w-40 truncate">{name}</span>
          <UnreadOf device={device} id={deviceId} />
        </a>
      ))}
    </nav>
  )
}

function PinsChip({ device, chosen }: { device: TabDevice; chosen: boolean }) {
  const count = useDeviceState(device, (it) => it.pins.length)
  if (count === 0 && !chosen) return null
  return (
    <a href={hashOf({ kind: 'pinned' })} aria-current={chosen ? 'page' : undefined} className="chip">
      <Pin className="size-[1.125rem] text-faint" strokeWidth={1.75} aria-hidden="true" />
      <span className="numeric" aria-hidden="true">
        {formatCount(count)}
      </span>
      <span className="sr-only">{say.pinnedCount(count)}</span>
    </a>
  )
}

function UnreadOf({ device, id }: { device: TabDevice; id: string }) {
  return <Badge count={useDeviceState(device, (it) => it.unread[id] ?? 0)} />
}
