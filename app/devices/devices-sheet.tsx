import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { backdrop } from '../ui/dialog-classes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import DevicesPanel from './devices-panel.tsx'

interface DevicesSheetProps {
  device: TabDevice
  onClose: () => void
}

/** Lists the devices on a small screen. */
export default function DevicesSheet({ device, onClose }: DevicesSheetProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdrop} />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-30 mx-auto flex max-h-[88dvh] max-w-lg flex-col rounded-t-3xl border-x border-t border-line bg-panel shadow-lift transition-transform duration-250 ease-out data-starting-style:translate-y-full focus-visible:outline-none">
          <div className="flex items-center justify-between ps-6 pe-3 pt-3 pb-1">
            <Dialog.Title className="text-lg font-semibold tracking-[-0.012em]">Devices</Dialog.Title>
            <Dialog.Close render={<IconButton icon={X} label="Close" />} />
          </div>
          <DevicesPanel device={device} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
