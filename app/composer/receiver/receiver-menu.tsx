import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { useDevice } from '../../hooks/use-device.ts'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { useNow } from '../../hooks/use-now.ts'
import { receivers as english } from '../../words/en/inbox/receivers.ts'
import { subject } from '../../words/language/catalog.ts'
import { ReceiverTile } from './receiver-tile.tsx'
import { receiverWords } from './receiver-words.ts'
import type { Receiver } from './receivers.ts'

const say = subject('receivers', english)

interface ReceiverMenuProps {
  anchor: RefObject<HTMLButtonElement | null>
  /** The person writes here. */
  field: RefObject<HTMLTextAreaElement | null>
  chosen: string
  receivers: readonly Receiver[]
  onChoose: (receiver: string) => void
  onClose: () => void
}

/** All who can get the message, with their state in words. */
export default function ReceiverMenu({ anchor, field, chosen, receivers, onChoose, onClose }: ReceiverMenuProps) {
  const device = useDevice()
  const head = useDeviceState(device, (it) => it.head)
  const current = useDeviceState(device, (it) => it.devicesAsOf.state === 'now')
  const now = useNow(30_000)
  // After a choice the person goes on writing.
  const done = useRef(false)

  return (
    <Menu.Root
      open
      onOpenChange={(open, { event }) => {
        if (!open && !anchor.current?.contains(event.target as Node)) onClose()
      }}
    >
      {/* Inside the page's main part, where screen readers look for it. */}
      <Menu.Portal container={anchor.current?.form}>
        <Menu.Positioner
          anchor={anchor}
          positionMethod="fixed"
          side="top"
          align="start"
          sideOffset={10}
          collisionPadding={8}
          className="z-40"
        >
          <Menu.Popup
            finalFocus={() => (done.current ? field.current : anchor.current)}
            className="max-h-(--available-height) w-[17.5rem] max-w-(--available-width) origin-(--transform-origin) overflow-y-auto rounded-[13px] bg-raised p-[0.3125rem] shadow-lift outline-none transition-[opacity,translate] duration-(--calm) data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0"
          >
            <Menu.RadioGroup
              value={chosen}
              onValueChange={(id: string) => {
                done.current = true
                onClose()
                onChoose(id)
              }}
            >
              <Menu.GroupLabel className="px-2.5 pt-1.5 pb-1 text-xs font-[550] text-faint">
                {say.sendTo}
              </Menu.GroupLabel>
              {receivers.map((it) => (
                <Menu.RadioItem
                  key={it.id}
                  value={it.id}
                  closeOnClick
                  className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-[9px] px-2.5 py-1 outline-none data-highlighted:bg-hover"
                >
                  <ReceiverTile id={it.id} size={28} lacks={it.device ? it.device.lastReceivedVersion < head : false} />
                  <span className="min-w-0 flex-1">
                    <span className="block truncate text-sm/5">{it.name}</span>
                    {it.device ? (
                      <span className="block text-xs/4 text-faint">{receiverWords(it.device, now, current)}</span>
                    ) : null}
                  </span>
                  <Menu.RadioItemIndicator>
                    <Check className="size-[1.125rem] text-soft" aria-hidden="true" />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <p className="mt-1 border-t border-line px-2.5 pt-2 pb-1.5 text-xs text-faint pointer-coarse:hidden">
              {say.hintMention}
            </p>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
