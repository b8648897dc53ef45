import { Popover } from '@base-ui/react/popover'
import { Check, Clock3 } from 'lucide-react'
import { holdersOf, type Sent } from '../../lib/core/timeline/delivery.ts'
import type { DeviceInfo } from '../../lib/protocol/device.ts'

interface HoldersPopoverProps {
  sent: Sent
  anchor: HTMLElement
  devices: readonly DeviceInfo[]
  selfId: string
  /** When that was true; empty while it is. */
  asOf: string
  onClose: () => void
}

/** Lists which devices have a message. */
export default function HoldersPopover({ sent, anchor, devices, selfId, asOf, onClose }: HoldersPopoverProps) {
  const holders = holdersOf(sent, devices)
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        // The anchor closes the popover itself when it is pressed again.
        if (!open && !anchor.contains(event.target as Node)) onClose()
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="top"
          align="end"
          sideOffset={8}
          collisionPadding={12}
          className="z-20"
        >
          <Popover.Popup
            finalFocus={{ current: anchor }}
            className="w-64 origin-(--transform-origin) rounded-xl border border-line bg-raised p-1.5 text-sm shadow-lift transition-[opacity,scale] duration-150 data-starting-style:scale-95 data-starting-style:opacity-0"
          >
            <Popover.Title className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-faint">
              Who has it{asOf ? `, ${asOf}` : ''}
            </Popover.Title>
            <ul>
              {holders.map(({ deviceId, name, has }) => (
                <li key={deviceId} className="flex items-center gap-2.5 px-2.5 py-1.5">
                  {has ? (
                    <Check className="size-4 shrink-0 text-accent" aria-hidden="true" />
                  ) : (
                    <Clock3 className="size-4 shrink-0 text-amber" aria-hidden="true" />
                  )}
                  <span className="min-w-0 flex-1 truncate">
                    {deviceId === selfId ? `${name} (this device)` : name}
                  </span>
                  <span className="text-xs text-faint">{has ? 'Has it' : asOf ? 'Not then' : 'Not yet'}</span>
                </li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
