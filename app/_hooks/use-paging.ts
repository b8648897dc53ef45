import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { Device, TimelineWindow } from '../../lib/view/device-state.ts'

interface PagingInput {
  device: Device
  timeline: TimelineWindow
  list: RefObject<VirtualizerHandle | null>
  following: boolean
  rows: readonly unknown[]
}

/** Asks for older or newer messages when the reader comes within a screen of where the list ends. Call the answer on every move. */
export function usePaging({ device, timeline, list, following, rows }: PagingInput): () => void {
  const loading = useRef(false)
  const askedMeanwhile = useRef(false)
  const { hasOlder, hasNewer } = timeline

  const page = useCallback(() => {
    const handle = list.current
    if (!handle || handle.viewportSize === 0) return
    const { scrollOffset, scrollSize, viewportSize } = handle
    const below = scrollSize - scrollOffset - viewportSize
    // On its way to the end: where it stands now says nothing.
    if (following && below > viewportSize) return

    const older = hasOlder && scrollOffset < viewportSize
    const newer = !older && hasNewer && below < viewportSize
    if (!older && !newer) return
    askedMeanwhile.current = loading.current
    if (loading.current) return

    loading.current = true
    const done = () => {
      loading.current = false
      if (askedMeanwhile.current) latest.current()
    }
    // A cache that cannot be read is told of by the state of the storage.
    ;(older ? device.showOlder() : device.showNewer()).then(done, done)
  }, [device, hasOlder, hasNewer, list, following])

  const latest = useRef(page)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows move the ends of the list
  useEffect(() => {
    latest.current = page
    page()
  }, [page, rows])

  return page
}
