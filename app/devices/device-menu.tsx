import { Pencil, Trash2 } from 'lucide-react'
import type { RefObject } from 'react'
import { MenuLine, MenuRow, PopMenu } from '../ui/menu.tsx'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('navigation', english)

interface DeviceMenuProps {
  anchor: RefObject<HTMLButtonElement | null>
  name: string
  onRename: () => void
  onRemove: () => void
  onClose: () => void
}

/** Renames or removes another device. */
export default function DeviceMenu({ anchor, name, onRename, onRemove, onClose }: DeviceMenuProps) {
  return (
    <PopMenu {...{ anchor, onClose }} label={name}>
      <MenuRow icon={Pencil} label={say.rename} away onChoose={onRename} />
      <MenuLine />
      <MenuRow icon={Trash2} label={say.remove} danger away onChoose={onRemove} />
    </PopMenu>
  )
}
