import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Gate } from './account/use-gate.ts'

/** Every section of the settings gets these. */
export interface SectionProps {
  device: TabDevice
  /** The person's account, and whether they have proved who they are. */
  gate: Gate
}
