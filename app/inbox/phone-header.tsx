import { ChevronDown } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Check } from '../connection/use-check.ts'
import { DeviceTile } from '../devices/tile/device-tile.tsx'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { OwnMenu, preloadOwnMenu } from '../navigation/own-menu.tsx'
import { PhoneStrip } from '../navigation/phone-strip.tsx'
import { useOwnTile } from '../navigation/use-own-tile.ts'
import type { View } from '../navigation/view.ts'
import { onDemand } from '../ui/on-demand.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'
import { CatchUpWire } from './later-parts.ts'
import { SearchSlot } from './search-slot.tsx'
import { useTitle } from './use-title.ts'

const say = subject('navigation', english)

const DevicesSheet = onDemand(() => import('../navigation/devices-sheet.tsx'))
const RenameDialog = onDemand(() => import('../devices/rename-dialog.tsx'))

interface PhoneHeaderProps {
  device: TabDevice
  view: View
  check: Check
}

/** The head of a small screen: the title opens the list of devices, this device is the tile at the end. */
export default function PhoneHeader({ device, view, check }: PhoneHeaderProps) {
  const [open, setOpen] = useState<'devices' | 'menu' | 'rename' | null>(null)
  const [titleButton, ownButton] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)]
  const close = () => setOpen(null)
  const title = useTitle(device, view)
  const { deviceId, name } = useDeviceState(device, (it) => ({ deviceId: it.deviceId, name: it.name }))
  const tile = useOwnTile(device)
  return (
    <header className="relative border-b border-line bg-ground pt-[env(safe-area-inset-top)]">
      <div className="flex min-h-13 items-center ps-4 pe-1.5">
        <h1 className="min-w-0 flex-1">
          <button
            ref={titleButton}
            type="button"
            aria-label={say.chooseDevice(title)}
            aria-haspopup="dialog"
            {...DevicesSheet.onIntent}
            onClick={() => setOpen('devices')}
            className="flex min-h-11 max-w-full items-center gap-1 rounded-lg text-[1.0625rem]/6 font-[620] tracking-[-0.011em]"
          >
            <span className="truncate">{title}</span>
            <ChevronDown className="size-4 shrink-0 text-faint" aria-hidden="true" />
          </button>
        </h1>
        <SearchSlot />
        <button
          ref={ownButton}
          type="button"
          aria-label={say.moreAbout(name)}
          aria-haspopup="menu"
          aria-expanded={open === 'menu'}
          {...preloadOwnMenu}
          onClick={() => setOpen(open === 'menu' ? null : 'menu')}
          className="grid size-11 shrink-0 place-items-center rounded-lg"
        >
          <DeviceTile id={deviceId} size={28} state={tile} />
        </button>
      </div>
      <PhoneStrip device={device} view={view} />
      <CatchUpWire device={device} />
      <OwnMenu
        {...{ device, check }}
        anchor={ownButton}
        open={open === 'menu'}
        onRename={() => setOpen('rename')}
        onClose={() => setOpen((now) => (now === 'menu' ? null : now))}
      />
      <Suspense>
        {open === 'devices' ? <DevicesSheet {...{ device, check }} returnTo={titleButton} onClose={close} /> : null}
        {open === 'rename' ? (
          <RenameDialog
            name={name}
            onRename={(next) => device.rename(deviceId, next)}
            returnTo={ownButton}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </header>
  )
}
