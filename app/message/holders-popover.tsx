import { Popover } from '@base-ui/react/popover'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { holdersOf } from '../../lib/core/timeline/delivery.ts'
import { type Entry, timeOf } from '../../lib/core/timeline/entry.ts'
import { useDevice } from '../hooks/use-device.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useNow } from '../hooks/use-now.ts'
import { asOfWords } from '../words/devices/device-status.ts'
import { delivery as english } from '../words/en/inbox/delivery.ts'
import { subject } from '../words/language/catalog.ts'
import { formatAsOf } from '../words/time/time.ts'
import { HolderRow } from './holder-row.tsx'

const say = subject('delivery', english)

interface HoldersPopoverProps {
  entry: Entry
  anchor: HTMLElement
  onClose: () => void
}

const pickDevices = ({ devices, devicesAsOf }: DeviceState) => ({ devices, devicesAsOf })

/** Lists, below a message, which devices have it since when, and which lack it and why. */
export default function HoldersPopover({ entry, anchor, onClose }: HoldersPopoverProps) {
  const { devices, devicesAsOf } = useDeviceState(useDevice(), pickDevices)
  const now = useNow(30_000)
  const asOf = asOfWords(devicesAsOf, now)
  const { version, from, to, storedAt, edited } = entry
  if (version === null) return null
  const holders = holdersOf({ version, from, to }, devices)
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
          side="bottom"
          align="start"
          sideOffset={6}
          alignOffset={-8}
          collisionPadding={12}
          className="z-20"
        >
          <Popover.Popup
            finalFocus={{ current: anchor }}
            className="w-68 max-w-[calc(100vw-1.5rem)] origin-(--transform-origin) rounded-2xl bg-raised p-1.5 text-sm shadow-lift transition-[opacity,translate] duration-(--calm) data-starting-style:-translate-y-1 data-starting-style:opacity-0"
          >
            <Popover.Title className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-faint">
              {asOf ? say.holdersAsOf(asOf) : say.holders}
            </Popover.Title>
            <ul>
              {holders.map((it) => (
                <HolderRow
                  key={it.deviceId}
                  holder={it}
                  info={devices.find(({ deviceId }) => deviceId === it.deviceId)}
                  writtenAt={it.deviceId === from ? (entry.composedAt ?? timeOf(entry)) : null}
                  current={!asOf}
                  now={now}
                />
              ))}
            </ul>
            {storedAt === null ? null : (
              <p className="numeric mt-1 border-t border-line px-2.5 pt-2 pb-1 text-xs text-faint">
                {say.storedSince(formatAsOf(storedAt, now), edited)}
              </p>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
