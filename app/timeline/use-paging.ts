import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { TimelineWindow } from '../../lib/core/device-state.ts'

interface PagingInput {
  device: TabDevice
  timeline: TimelineWindow
  list: RefObject<VirtualizerHandle | null>
  following: boolean
  rows: readonly unknown[]
  /** The first of the timeline are not among them yet. */
  partial: boolean
}

/** Asks for older or newer messages when the reader comes within a screen of where the list ends. Call the answer on every move. */
export function usePaging({ device, timeline, list, following, rows, partial }: PagingInput): () => void {
  const loading = useRef(false)
  const { hasOlder, hasNewer } = timeline

  const page = useCallback(() => {
    const handle = list.current
    if (!handle || handle.viewportSize === 0 || loading.current || partial) return
    const { scrollOffset, scrollSize, viewportSize } = handle
    const below = scrollSize - scrollOffset - viewportSize
    // On its way to the end: where it stands now says nothing.
    if (following && below > viewportSize) return

    const older = hasOlder && scrollOffset < viewportSize
    const newer = !older && hasNewer && below < viewportSize
    if (!older && !newer) return
    loading.current = true
    const before = latest.current.rows
    // What came is measured in the next frame, not before; only then is it known whether it was enough. If nothing came
    // (when the storage cannot be read, its state says so), the reader's next move asks again.
    const done = () =>
      requestAnimationFrame(() => {
        loading.current = false
        if (latest.current.rows !== before) latest.current.page()
      })
    ;(older ? device.showOlder() : device.showNewer()).then(done, done)
  }, [device, hasOlder, hasNewer, list, following, partial])

  const latest = useRef({ page, rows })
  useEffect(() => {
    latest.current = { page, rows }
    page()
  }, [page, rows])

  return page
}
