import type { ReactNode } from 'react'
import type { DeviceState } from '../../../lib/core/device-state.ts'
import { holdersOf } from '../../../lib/core/timeline/delivery.ts'
import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import { DeviceTile } from '../../devices/tile/device-tile.tsx'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { useNow } from '../../hooks/use-now.ts'
import { formatBytes } from '../../words/bytes.ts'
import { formatCount } from '../../words/count.ts'
import { namesOf } from '../../words/devices/device-names.ts'
import { asOfWords } from '../../words/devices/device-status.ts'
import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatMoment, formatPast } from '../../words/time/time.ts'
import { useActions } from '../actions.ts'
import { FormerTexts } from './former-texts.tsx'
import { Frame } from './frame.tsx'

const say = subject('actions', english)

const pick = ({ devices, former, devicesAsOf }: DeviceState) => ({ devices, former, devicesAsOf })

/** Everything that this device knows about one message. */
export default function Details({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { device } = useActions()
  const { devices, former, devicesAsOf } = useDeviceState(device, pick)
  const now = useNow(30_000)
  const asOf = asOfWords(devicesAsOf, now)
  const nameOf = namesOf({ devices, former })
  const { id, from, to, version, composedAt, storedAt, content, deleted } = entry
  const holders = version === null || entry.status.state === 'onlyHere' ? [] : holdersOf({ version, from, to }, devices)

  return (
    <Frame id={id} title={say.details} onClose={onClose}>
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2 text-sm">
        <Fact name={say.from}>{nameOf(from)}</Fact>
        <Fact name={say.to}>{to === ALL ? say.allDevices : nameOf(to)}</Fact>
        {composedAt === null ? null : <Fact name={say.written}>{formatMoment(composedAt)}</Fact>}
        <Fact name={say.stored}>{storedAt === null ? say.notStored : formatMoment(storedAt)}</Fact>
        {version === null ? null : <Fact name={say.version}>{formatCount(version)}</Fact>}
        {deleted ? null : <Fact name={say.size}>{formatBytes(content)}</Fact>}
      </dl>
      {holders.length === 0 ? null : (
        <section className="mt-5">
          <h3 className="text-xs font-medium text-faint">{asOf ? say.holdersAsOf(asOf) : say.holders}</h3>
          <ul className="mt-1">
            {holders.map(({ deviceId, name, has }) => {
              const info = devices.find((it) => it.deviceId === deviceId)
              const seen = info && !info.online ? say.seen(formatPast(info.lastSeen, now)) : null
              return (
                <li key={deviceId} className="flex min-h-11 items-center gap-3 text-sm">
                  <DeviceTile id={deviceId} size={28} state={has ? 'filled' : 'lacks'} />
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  <span className="text-xs text-faint">
                    {has ? say.has : seen === null ? say.hasNot : say.hasNotSeen(seen)}
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {version === null || deleted ? null : <FormerTexts entry={entry} version={version} nameOf={nameOf} />}
    </Frame>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="numeric min-w-0 wrap-anywhere">{children}</dd>
    </>
  )
}
