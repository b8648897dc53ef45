import { Ellipsis } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { innermost } from '../connection/innermost.ts'
import type { Check } from '../connection/use-check.ts'
import { RenameField } from '../devices/rename-field-on-demand.ts'
import { DeviceTile } from '../devices/tile/device-tile.tsx'
import { useRenaming } from '../devices/use-renaming.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { thisDeviceWords } from '../words/devices/this-device-words.ts'
import { navigation as navigationEnglish } from '../words/en/devices/navigation.ts'
import { thisDevice as thisDeviceEnglish } from '../words/en/devices/this-device.ts'
import { subject } from '../words/language/catalog.ts'
import { OwnMenu, preloadOwnMenu } from './own-menu.tsx'
import { useOwnTile } from './use-own-tile.ts'

const sayThisDevice = subject('thisDevice', thisDeviceEnglish)
const sayNavigation = subject('navigation', navigationEnglish)

const pickSelf = ({ deviceId, name }: DeviceState) => ({ deviceId, name })

interface ThisDeviceProps {
  device: TabDevice
  check: Check
}

/** This device in one line: its tile, its name, how it is, and a menu with what it can do. */
export default function ThisDevice({ device, check }: ThisDeviceProps) {
  const { deviceId, name } = useDeviceState(device, pickSelf)
  const { renaming, renamed, start, done } = useRenaming()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const tile = useOwnTile(device)
  return (
    <section
      aria-label={sayThisDevice.label}
      data-device-id={deviceId}
      data-focus-home
      className="border-t border-line px-3 py-2"
    >
      {renaming ? (
        <Suspense>
          <RenameField name={name} onRename={(next) => device.rename(deviceId, next)} onDone={done} />
        </Suspense>
      ) : (
        <button
          ref={button}
          type="button"
          aria-haspopup="menu"
          aria-expanded={open}
          // biome-ignore lint/a11y/noAutofocus: the person has just renamed the device in this place
          autoFocus={renamed}
          className="nav-item nav-link"
          {...preloadOwnMenu}
          onClick={() => setOpen(!open)}
        >
          <DeviceTile id={deviceId} size={32} state={tile} />
          <span className="min-w-0 flex-1">
            <span className="sr-only">{sayNavigation.more} </span>
            <span className="nav-name">{name}</span>
            <OwnState device={device} />
          </span>
          <Ellipsis className="me-1 size-[1.125rem] shrink-0 text-soft" aria-hidden="true" />
        </button>
      )}
      <OwnMenu {...{ device, check, open }} anchor={button} onRename={start} onClose={() => setOpen(false)} />
    </section>
  )
}

function OwnState({ device }: { device: TabDevice }) {
  const view = useDeviceState(device, (it) => it.connection)
  const drawn = useDeviceState(device, (it) => it.cursor >= it.head)
  const waiting = useDeviceState(device, (it) => it.outbox.filter((entry) => entry.status.state === 'waiting').length)
  const { text, late } = thisDeviceWords(innermost(view), drawn, waiting)
  return (
    <span className="nav-state">
      <span className={`truncate ${late ? 'text-amber' : ''}`}>{text}</span>
    </span>
  )
}
