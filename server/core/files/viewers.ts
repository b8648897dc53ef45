import { ALL } from '../../../lib/protocol/values/ids.ts'
import { visibleTo } from '../messages/visibility.ts'
import type { FoundFile } from '../ports/files.ts'

/**
 * The devices that may have a file. Its uploader may. A message that names it lets its viewers in if its sender is in
 * already: knowing an id is not enough.
 */
export function viewersOf({ uploader, namings }: FoundFile): 'all' | ReadonlySet<string> {
  const bySender = Map.groupBy(namings, (it) => it.senderDeviceId)
  const viewers = new Set([uploader])
  // A Set is walked in the order of insertion, the new ones included.
  for (const sender of viewers) {
    for (const naming of bySender.get(sender) ?? []) {
      const seenBy = visibleTo(naming)
      if (seenBy === ALL) return ALL
      for (const viewer of seenBy) viewers.add(viewer)
    }
  }
  return viewers
}

/** Once a message has named it, a file is there for as long as one does. */
export function mayOpen(deviceId: string, file: FoundFile): boolean {
  if (file.named && file.namings.length === 0) return false
  const viewers = viewersOf(file)
  return viewers === ALL || viewers.has(deviceId)
}
