import { ALL } from '../../../lib/protocol/values/ids.ts'
import { DeviceTile } from '../../devices/tile/device-tile.tsx'
import { Tile, type TileSize } from '../../devices/tile/tile.tsx'

interface ReceiverTileProps {
  id: string
  size: TileSize
  lacks?: boolean
}

export function ReceiverTile({ id, size, lacks = false }: ReceiverTileProps) {
  if (id === ALL) return <Tile glyph="all" colour={undefined} size={size} />
  return <DeviceTile id={id} size={size} state={lacks ? 'lacks' : 'filled'} />
}
