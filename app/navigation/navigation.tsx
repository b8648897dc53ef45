import type { TabDevice } from '../../lib/browser/browser.ts'
import { Bird } from '../brand/bird.tsx'
import type { Check } from '../connection/use-check.ts'
import { later } from '../ui/later.tsx'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('navigation', english)

export const Destinations = later(() => import('./destinations.tsx'))
export const ThisDevice = later(() => import('./this-device.tsx'))

interface NavigationProps {
  device: TabDevice
  check: Check
}

/** The left side of a large screen: where a person can go, and this device at its foot. */
export function Navigation({ device, check }: NavigationProps) {
  return (
    <nav
      aria-label={say.devices}
      data-focus-home
      className="flex w-(--nav) shrink-0 flex-col border-e border-line bg-panel"
    >
      <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto p-3">
        <div className="mb-3 flex h-9 items-center gap-[0.5625rem] px-2 text-[0.9375rem] font-[620] tracking-[-0.011em]">
          <Bird className="h-[0.9375rem] text-accent" />
          Roost
        </div>
        <Destinations device={device} />
      </div>
      <ThisDevice device={device} check={check} />
    </nav>
  )
}
