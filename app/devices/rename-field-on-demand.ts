import { onDemand } from '../ui/on-demand.ts'

/** The menu of a device loads it, together with the menu. */
export const RenameField = onDemand(() => import('./rename-field.tsx'))
