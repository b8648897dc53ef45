import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { VirtualizerHandle } from 'virtua'
import { useStable } from '../hooks/use-stable.ts'

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
  /** Stays at the end no more. */
  release: () => void
  /**
   * The list is about to go elsewhere: it does not stay at its end, also if it is still there, until the returned function
   * is called or `follow` is.
   */
  leave: () => () => void
  /** Stays at the end again, if the list is there. */
  check: () => void
}

/**
 * Keeps a list at its end while rows arrive and change size, until the reader scrolls up, and again once the reader is
 * back at the end. `canFollow`: the end of the list is the newest message. `view` scrolls.
 */
export function useFollow(
  list: RefObject<VirtualizerHandle | null>,
  view: RefObject<HTMLElement | null>,
  rows: readonly unknown[],
  canFollow: boolean,
  drawn: boolean,
): Follow {
  const [following, setFollowing] = useState(true)
  const hasRows = drawn && rows.length > 0
  const latest = useRef({ following: true, offset: 0, count: rows.length })
  /** The way on which the list is. The browser may still tell of scrolling that came before it. */
  const way = useRef<object | null>(null)

  const change = useCallback((value: boolean) => {
    latest.current.following = value
    setFollowing(value)
  }, [])

  const stick = useCallback(() => {
    if (!latest.current.following || latest.current.count === 0) return
    list.current?.scrollToIndex(latest.current.count - 1, { align: 'end', offset: END_SPACE })
  }, [list])

  const follow = useCallback(() => {
    way.current = null
    change(true)
    stick()
  }, [change, stick])

  const release = useCallback(() => change(false), [change])

  const leave = useCallback(() => {
    const mine = {}
    way.current = mine
    release()
    return () => {
      if (way.current === mine) way.current = null
    }
  }, [release])

  /** Answers whether the list stays at its end from now on. */
  const stay = useStable((element: HTMLElement) => {
    const is = canFollow && way.current === null && below(element) < CLOSE_TO_END
    if (is) change(true)
    return is
  })

  // Growing rows leave the offset unchanged or raise it. A reader lowers it, and a view that grows taller at the end of
  // the list: so this asks the view itself, whose height the list learns later.
  const onScroll = useCallback(
    (offset: number) => {
      if (!view.current) return
      if (!stay(view.current) && offset < latest.current.offset - 2) change(false)
      latest.current.offset = offset
    },
    [view, stay, change],
  )

  useEffect(() => {
    const element = view.current
    if (!element || !hasRows) return
    const observer = new ResizeObserver(() => {
      stay(element)
      stick()
    })
    observer.observe(element)
    return () => observer.disconnect()
    // An empty timeline has no view.
  }, [view, hasRows, stay, stick])

  useLayoutEffect(() => {
    latest.current.count = rows.length
    stick()
  }, [rows, stick])

  const check = useStable(() => {
    if (view.current) stay(view.current)
  })

  return { following, onScroll, onResize: stick, follow, release, leave, check }
}

/** Whether the end of the list is in sight. */
export const isAtEnd = (view: HTMLElement | null): boolean => view !== null && below(view) < CLOSE_TO_END

/** Pixels between what is seen and the end of the list. */
const below = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => scrollHeight - scrollTop - clientHeight
