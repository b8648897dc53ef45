import { Menu } from '@base-ui/react/menu'
import { LogOut, Pencil, Trash2 } from 'lucide-react'
import { type RefObject, useRef } from 'react'

interface DeviceMenuProps {
  anchor: RefObject<HTMLButtonElement | null>
  isThis: boolean
  onRename: () => void
  onRemove: () => void
  onClose: () => void
}

const item =
  'flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-2 text-sm outline-none data-highlighted:bg-ink/6 pointer-coarse:py-3'

export default function DeviceMenu({ anchor, isThis, onRename, onRemove, onClose }: DeviceMenuProps) {
  // The part that a choice opens takes the focus itself.
  const chosen = useRef(false)
  const Last = isThis ? LogOut : Trash2
  const choose = (perform: () => void) => () => {
    chosen.current = true
    onClose()
    perform()
  }

  return (
    <Menu.Root
      open
      onOpenChange={(open, { event }) => {
        if (!open && !anchor.current?.contains(event.target as Node)) onClose()
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          anchor={anchor}
          side="bottom"
          align="end"
          sideOffset={4}
          collisionPadding={12}
          className="z-40"
        >
          <Menu.Popup
            finalFocus={() => (chosen.current ? false : anchor.current)}
            className="min-w-44 origin-(--transform-origin) rounded-xl border border-line bg-raised p-1 shadow-lift outline-none transition-[opacity,scale] duration-150 data-starting-style:scale-95 data-starting-style:opacity-0"
          >
            <Menu.Item className={item} onClick={choose(onRename)}>
              <Pencil className="size-4 text-faint" aria-hidden="true" />
              Rename
            </Menu.Item>
            <Menu.Item className={`${item} text-danger`} onClick={choose(onRemove)}>
              <Last className="size-4" aria-hidden="true" />
              {isThis ? 'Sign out' : 'Remove'}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
