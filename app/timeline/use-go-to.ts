import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Row } from './rows.ts'
import type { Follow } from './use-follow.ts'

/** A place in the list that the person goes to once. */
export interface Goal {
  key: string
  /** The device loads the history around it if the place is not loaded. */
  version: number
  isThere: (row: Row) => boolean
  /** Where it comes to stand: near the top, or in the middle. */
  align: 'start' | 'center'
}

interface GoToInput {
  device: TabDevice
  goal: Goal | null
  rows: readonly Row[]
  list: RefObject<VirtualizerHandle | null>
  /** Remembers the goal across lists. */
  reached: { key: string | null }
  follow: Pick<Follow, 'following' | 'release' | 'check'>
}

/** Pixels of what comes before a place that stands near the top. */
const CONTEXT = 72

/** Takes the list to a goal, once. Answers whether it is still on its way. */
export function useGoTo({ device, goal, rows, list, reached, follow }: GoToInput): boolean {
  const [done, setDone] = useState(reached.key)
  const asked = useRef<string | null>(null)
  const { following, release, check } = follow
  const pending = goal !== null && goal.key !== done

  useLayoutEffect(() => {
    if (!goal || !pending) return
    const index = rows.findIndex(goal.isThere)
    if (index >= 0) {
      reached.key = goal.key
      setDone(goal.key)
      const handle = list.current
      if (!handle || (!following && isInSight(handle, index))) return
      release()
      const { align } = goal
      handle.scrollToIndex(index, align === 'start' ? { align, offset: -CONTEXT } : { align })
      // All the rest may be in sight from there.
      requestAnimationFrame(check)
      return
    }
    if (asked.current === goal.key) return
    asked.current = goal.key
    // A storage that cannot be read says so elsewhere. A place that is not there is no reason to show nothing.
    const giveUp = () => requestAnimationFrame(() => setDone(goal.key))
    device.showAt(goal.version).then(giveUp, giveUp)
  }, [device, goal, pending, rows, list, reached, following, release, check])

  return pending
}

function isInSight(handle: VirtualizerHandle, index: number): boolean {
  const { viewportSize, scrollOffset } = handle
  const offset = handle.getItemOffset(index)
  return viewportSize > 0 && offset >= scrollOffset && offset < scrollOffset + viewportSize * 0.8
}
