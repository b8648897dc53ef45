import { Suspense } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { onDemand } from '../ui/on-demand.ts'
import { useSearchOpen } from './search-open.ts'

export const SearchScreen = onDemand(() => import('./search-screen.tsx'))

/** Covers header, list and composer while the person searches, so that they stay as they are. */
export function SearchLayer({ device }: { device: TabDevice }) {
  const open = useSearchOpen()
  return <Suspense>{open ? <SearchScreen device={device} /> : null}</Suspense>
}
