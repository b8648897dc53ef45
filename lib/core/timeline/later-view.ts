import type { TimelineWindow } from '../device-state.ts'
import type { TimelineFilter } from './filter.ts'
import type { TimelineEntry, TimelineReader } from './timeline-reader.ts'
import type { TimelineView } from './timeline-window.ts'

const load = () => import('./filtered-view.ts')

/** Makes the code of a filter be there without a network. */
export const preloadFilters = () => void load().catch(() => {})

/** A filtered view whose code loads when a person first chooses a filter. Until then it shows a search that goes on. */
export function createLaterView(
  reader: TimelineReader,
  filter: Exclude<TimelineFilter, { kind: 'pinned' }>,
): TimelineView {
  const searching: TimelineWindow<TimelineEntry> = {
    ...{ entries: [], hasOlder: true, hasNewer: false, goneUpTo: 0, filter },
  }
  let view: TimelineView | null = null
  let stopped = false

  async function on(move: (view: TimelineView) => Promise<void>): Promise<void> {
    if (!view) {
      // Without a network it may not be there. The next look at the storage tries again.
      const loaded = await load().catch(() => null)
      if (!loaded || stopped) return
      view ??= loaded.createFilteredView(reader, filter)
    }
    await move(view)
  }

  return {
    window: () => view?.window() ?? searching,
    refresh: () => on((it) => it.refresh()),
    older: () => on((it) => it.older()),
    newer: () => on((it) => it.newer()),
    latest: () => on((it) => it.latest()),
    at: (version) => on((it) => it.at(version)),
    stop() {
      stopped = true
      view?.stop()
    },
  }
}
