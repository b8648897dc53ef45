import { onDemand } from '../ui/on-demand.ts'

/** The marks below messages announce the popover, and the inbox shows it. */
export const HoldersPopoverOnDemand = onDemand(() => import('./holders-popover.tsx'))
