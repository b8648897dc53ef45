import type { Line } from '../state.ts'

/** Two generations of one device's inbox, when the second replaces the first. */
export interface Fork {
  selfId: string
  old: Line
  built: Line
  /** Versions in the new generation, by messageId. */
  versions: ReadonlyMap<string, number>
}
