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
  /** The first entries of the timeline have no row yet. */
  partial: boolean
}

/** Loads older or newer messages when the reader is within a screen of either end. Call the result on every scroll. */
export function usePaging({ device, timeline, list, following, rows, partial }: PagingInput): () => void {
  const loading = useRef(false)
  const { hasOlder, hasNewer } = timeline

  const page = useCallback(() => {
    const handle = list.current
    if (!handle || handle.viewportSize === 0 || loading.current || partial) return
    const { scrollOffset, scrollSize, viewportSize } = handle
    const below = scrollSize - scrollOffset - viewportSize
    // The list is scrolling to its end, so its present place means nothing.
    if (following && below > viewportSize) return

    const older = hasOlder && scrollOffset < viewportSize
    const newer = !older && hasNewer && below < viewportSize
    if (!older && !newer) return
    loading.current = true
    const before = latest.current.rows
    // The list measures new rows in the next frame; only then can it tell whether they were enough. If none came, the
    // reader's next scroll asks again. (A storage that cannot be read shows that in its state.)
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
    // A list that has just been drawn does not know its height yet. A few rows are not scrolled, so nothing else asks.
    let frame = requestAnimationFrame(function ask() {
      if (list.current?.viewportSize === 0) frame = requestAnimationFrame(ask)
      else latest.current.page()
    })
    return () => cancelAnimationFrame(frame)
  }, [page, rows, list])

  return page
}
