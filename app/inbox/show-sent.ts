import type { TabDevice } from '../../lib/browser/browser.ts'
import { fits } from '../../lib/core/timeline/filter.ts'
import { hashOf } from '../navigation/view.ts'

/** A message that the chosen view does not show would seem lost, so the person goes to where it is. */
export function showSent(device: TabDevice): void {
  const { timeline, drafts, deviceId } = device.getState()
  if (!fits(timeline.filter, { from: deviceId, to: drafts.receiver })) location.hash = hashOf(null)
}
