import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { VirtualizerHandle } from 'virtua'

/** Free space below the last row, in pixels. */
export const END_SPACE = 20
const CLOSE_TO_END = 48

export interface Follow {
  /** The list stays at its end. */
  following: boolean
  onScroll: (offset: number) => void
  onResize: () => void
  /** Scrolls to the end and stays there. */
  follow: () => void
}

/**
 * Keeps a list at its end while rows arrive and change size, until the reader scrolls up, and again once the reader is
 * back at the end. `canFollow`: the end of the list is the newest message.
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

  // Growing rows leave the offset unchanged or raise it, so only the reader can lower it.
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
