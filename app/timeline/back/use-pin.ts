import { useEffect } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { Visits } from './use-visit.ts'

/**
 * While the device still fetches what came during an absence, the history stays where reading ended: it would else go to
 * the newest of 5,000 messages, and back to the line.
 */
export function usePin(device: TabDevice, visits: Visits): void {
  useEffect(() => {
    const { level, back } = visits.get()
    const newest = device.getState().timeline.entries.at(-1)?.version
    // With a line, the list is on its way there.
    if (!level && back === null && typeof newest === 'number') void device.showAt(newest)
  }, [device, visits])
}
