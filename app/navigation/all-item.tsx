import type { TabDevice } from '../../lib/browser/browser.ts'
import { Tile } from '../devices/tile/tile.tsx'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'
import { NavItem } from './nav-item.tsx'
import { hashOf } from './view.ts'

const say = subject('navigation', english)

interface AllItemProps {
  device: TabDevice
  chosen: boolean
  onChoose?: (() => void) | undefined
}

export function AllItem({ device, chosen, onChoose }: AllItemProps) {
  const unread = useDeviceState(device, (it) => Object.values(it.unread).reduce((sum, count) => sum + count, 0))
  return (
    <NavItem
      href={hashOf(null)}
      {...{ chosen, unread, onChoose }}
      tile={<Tile glyph="all" colour={undefined} />}
      name={say.allDevices}
    />
  )
}
