import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { RefObject } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Check } from '../connection/use-check.ts'
import { backdrop } from '../ui/dialog-classes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'
import Destinations from './destinations.tsx'
import ThisDevice from './this-device.tsx'

const say = subject('navigation', english)

interface DevicesSheetProps {
  device: TabDevice
  check: Check
  returnTo: RefObject<HTMLElement | null>
  onClose: () => void
}

/** The navigation of a small screen. */
export default function DevicesSheet({ device, check, returnTo, onClose }: DevicesSheetProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdrop} />
        <Dialog.Popup
          finalFocus={returnTo}
          className="fixed inset-x-0 bottom-0 z-30 mx-auto flex max-h-[88dvh] max-w-lg flex-col rounded-t-[20px] bg-panel pb-[env(safe-area-inset-bottom)] shadow-lift transition-transform duration-(--calm) ease-out data-starting-style:translate-y-full focus-visible:outline-none"
        >
          <div className="flex items-center justify-between ps-5 pe-2 pt-2">
            <Dialog.Title className="text-[1.0625rem] font-[620] tracking-[-0.011em]">{say.devices}</Dialog.Title>
            <Dialog.Close render={<IconButton icon={X} label={say.close} />} />
          </div>
          <div data-focus-home className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-3 pb-3">
            <Destinations device={device} onChoose={onClose} />
          </div>
          <ThisDevice device={device} check={check} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
