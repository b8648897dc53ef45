import type { TabDevice } from '../../lib/browser/browser.ts'
import { Mark } from '../brand/mark.tsx'
import { later } from '../ui/later.tsx'

export const DevicesPanel = later(() => import('../devices/devices-panel.tsx'))

/** Keeps the devices in sight on a large screen. */
export function Sidebar({ device }: { device: TabDevice }) {
  return (
    <aside aria-label="Devices" className="flex w-[19rem] shrink-0 flex-col border-e border-line bg-panel">
      <div className="flex items-center gap-2.5 px-6 pt-5 pb-4">
        <Mark className="w-7" />
        <span className="text-[1.0625rem] font-semibold tracking-[-0.02em]">Roost</span>
      </div>
      <DevicesPanel device={device} />
    </aside>
  )
}
