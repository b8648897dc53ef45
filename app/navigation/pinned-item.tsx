import { Pin } from 'lucide-react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { formatCount } from '../words/count.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'
import { NavItem } from './nav-item.tsx'
import { hashOf } from './view.ts'

const say = subject('navigation', english)

interface PinnedItemProps {
  device: TabDevice
  chosen: boolean
  onChoose?: (() => void) | undefined
}

/** Leads to the pinned messages; gone while there are none. */
export function PinnedItem({ device, chosen, onChoose }: PinnedItemProps) {
  const count = useDeviceState(device, (it) => it.pins.length)
  if (count === 0 && !chosen) return null
  return (
    <li>
      <NavItem
        href={hashOf({ kind: 'pinned' })}
        {...{ chosen, onChoose }}
        slim
        tile={
          <span className="nav-sign">
            <Pin aria-hidden="true" />
          </span>
        }
        name={say.pinned}
        count={formatCount(count)}
      />
    </li>
  )
}
