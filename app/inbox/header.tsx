import type { TabDevice } from '../../lib/browser/browser.ts'
import type { View } from '../navigation/view.ts'
import { CatchUpWire, PinsRow } from './later-parts.ts'
import { SearchSlot } from './search-slot.tsx'
import { useTitle } from './use-title.ts'

interface HeaderProps {
  device: TabDevice
  view: View
}

/** The head of the column on a large screen: what is chosen, the search, and the pinned messages. */
export function Header({ device, view }: HeaderProps) {
  const title = useTitle(device, view)
  return (
    <header className="relative border-b border-line">
      <div className="rail flex min-h-15 items-center gap-3">
        <h1 className="min-w-0 flex-1 truncate text-[1.0625rem]/6 font-[620] tracking-[-0.011em]">{title}</h1>
        <SearchSlot />
      </div>
      <PinsRow device={device} />
      <CatchUpWire device={device} />
    </header>
  )
}
