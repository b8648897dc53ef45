import { Pin } from 'lucide-react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { titleOf } from '../../lib/core/timeline/title-of.ts'
import { DeviceTile } from '../devices/tile/device-tile.tsx'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { navigation as navigationEnglish } from '../words/en/devices/navigation.ts'
import { actions as actionsEnglish } from '../words/en/inbox/actions.ts'
import { subject } from '../words/language/catalog.ts'
import { firstLine } from '../words/text/first-line.ts'
import { hashOf } from './view.ts'

const sayNavigation = subject('navigation', navigationEnglish)
const sayActions = subject('actions', actionsEnglish)

const SHOWN = 3

/** The last pinned messages in one row below the title; the pin leads to all of them. */
export default function PinsRow({ device }: { device: TabDevice }) {
  const pins = useDeviceState(device, (it) => it.pins)
  if (pins.length === 0) return null
  return (
    <div className="rail -mt-1 flex items-center gap-1 pb-2.5 text-faint">
      <a href={hashOf({ kind: 'pinned' })} className="pin-sign" aria-label={sayNavigation.pinnedCount(pins.length)}>
        <Pin className="size-4" strokeWidth={1.75} aria-hidden="true" />
      </a>
      <ul className="flex min-w-0 flex-1 gap-1">
        {pins.slice(0, SHOWN).map((it) => (
          <li key={it.id} className="min-w-0 flex-1">
            <a href={`#m=${it.id}`} className="pin-link">
              <DeviceTile id={it.from} size={18} />
              <span className="truncate">{firstLine(titleOf(it)) || sayActions.emptyText}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
