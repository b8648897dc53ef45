import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { VirtualizerHandle } from 'virtua'

/** Free space below the last row, in pixels. */
export const END_SPACE = 20
const CLOSE_TO_END = 48

export interface Follow {
  /** Whether the list keeps itself at its end. */
  following: boolean
  onScroll: (offset: number) => void
  onResize: () => void
  /** Go to the end and stay there. */
  follow: () => void
}

/**
 * Keeps a list at its end while new rows come and rows change their size, until the reader scrolls up; and again once the
 * reader is back at the end. `canFollow`: the end of the list is the end of everything.
 */
export function useFollow(
  list: RefObject<VirtualizerHandle | null>,
  rows: readonly unknown[],
  canFollow: boolean,
): Follow {
  const [following, setFollowing] = useState(true)
  const latest = useRef({ following: true, offset: 0, count: rows.length })

  const change = useCallback((value: boolean) => {
    latest.current.following = value
    setFollowing(value)
  }, [])

  const stick = useCallback(() => {
    if (!latest.current.following || latest.current.count === 0) return
    list.current?.scrollToIndex(latest.current.count - 1, { align: 'end', offset: END_SPACE })
  }, [list])

  const follow = useCallback(() => {
    change(true)
    stick()
  }, [change, stick])

  // Only the reader moves the list away from its end: growing rows leave the offset as it is or raise it.
  const onScroll = useCallback(
    (offset: number) => {
      const handle = list.current
      if (!handle) return
      const atEnd = handle.scrollSize - offset - handle.viewportSize < CLOSE_TO_END
      if (atEnd && canFollow) change(true)
      else if (offset < latest.current.offset - 2) change(false)
      latest.current.offset = offset
    },
    [list, canFollow, change],
  )

  useLayoutEffect(() => {
    latest.current.count = rows.length
    stick()
  }, [rows, stick])

  return { following, onScroll, onResize: stick, follow }
}
