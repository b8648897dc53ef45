import type { Entry } from '../../lib/core/timeline/entry.ts'
import { createPart, usePart } from '../ui/part.ts'

/** Most messages carry no files, so their part of the screen loads after everything else: see preloadInbox. */
export const filesPart = createPart(async () => (await import('../files/files-part.ts')).parts)

export function MessageFiles({ entry }: { entry: Entry }) {
  const part = usePart(filesPart, false)
  return part ? <part.FilesView entry={entry} /> : <div className="h-16" />
}
