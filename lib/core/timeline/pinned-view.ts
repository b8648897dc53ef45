import type { TimelineWindow } from '../device-state.ts'
import type { TimelineEntry, TimelineReader } from './timeline-reader.ts'
import type { TimelineView } from './timeline-window.ts'

/** People pin a handful. More than this is no view that anybody reads. */
const MOST = 400

/** The pinned posts in the order of the history. The store has them at hand, so the whole view is one read. */
export function createPinnedView(reader: TimelineReader): TimelineView {
  let window: TimelineWindow<TimelineEntry> = {
    ...{ entries: [], hasOlder: false, hasNewer: false, goneUpTo: 0, filter: { kind: 'pinned' } },
  }
  async function read(): Promise<void> {
    const pins = await reader.pins(MOST)
    window = { ...window, entries: pins.toSorted((a, b) => a.message.version - b.message.version) }
  }
  return {
    window: () => window,
    refresh: read,
    latest: read,
    older: read,
    newer: read,
    at: read,
    stop() {},
  }
}
