import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { VirtualizerHandle } from 'virtua'
import { useActionsState } from '../actions/actions.ts'
import type { Row } from './rows.ts'
import type { Follow } from './use-follow.ts'

/** Scrolls to the message that a link or a hit leads to, once its row is in the list. */
export function useGoal(
  list: RefObject<VirtualizerHandle | null>,
  rows: readonly Row[],
  { release, onScroll }: Pick<Follow, 'release' | 'onScroll'>,
): void {
  const goal = useActionsState((it) => it.goal)
  const reached = useRef<unknown>(null)

  // A list that follows its end would go back there as soon as it shows another part of the history.
  useLayoutEffect(() => {
    if (goal) release()
  }, [goal, release])

  useEffect(() => {
    if (goal === null || reached.current === goal) return
    const index = rows.findIndex((row) => row.type === 'message' && row.entry.id === goal.id)
    if (index < 0) return
    reached.current = goal
    list.current?.scrollToIndex(index, { align: 'center' })
    // The message may stand at the end, where the list follows new ones.
    requestAnimationFrame(() => list.current && onScroll(list.current.scrollOffset))
  }, [goal, rows, list, onScroll])
}
