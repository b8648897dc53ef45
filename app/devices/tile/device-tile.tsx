import type { DeviceState } from '../../../lib/core/device-state.ts'
import { useDevice } from '../../hooks/use-device.ts'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { glyphOf } from './device-glyph.ts'
import type { Glyph } from './glyphs.tsx'
import { Tile, type TileSize, type TileState } from './tile.tsx'

interface DeviceTileProps {
  /** Any device of the account, removed ones too. */
  id: string
  size?: TileSize
  /** A removed device is grey, whatever its state. */
  state?: TileState
  className?: string
}

/** The tile of one device, in its own colour and glyph. It draws again only when one of those changes. */
export function DeviceTile({ id, size = 28, state = 'filled', className = '' }: DeviceTileProps) {
  const { glyph, colour, removed } = useDeviceState(useDevice(), (it) => signOf(it, id))
  return <Tile {...{ glyph, colour, size, className }} state={removed ? 'removed' : state} />
}

interface Sign {
  glyph: Glyph
  colour: number | undefined
  removed: boolean
}

function signOf({ devices, former, colours, deviceId, name, devicesAsOf }: DeviceState, id: string): Sign {
  const self = id === deviceId ? { name, platform: '' } : undefined
  const present = devices.find((it) => it.deviceId === id) ?? self
  const colour = colours[id]
  if (present) return { glyph: glyphOf(present, colour), colour, removed: false }
  if (devicesAsOf.state === 'unknown') return { glyph: 'unknown', colour, removed: false }
  const before = former.find((it) => it.deviceId === id)
  return { glyph: before ? glyphOf(before, 0) : 'unknown', colour: undefined, removed: true }
}
