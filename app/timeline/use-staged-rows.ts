import { useLayoutEffect, useState } from 'react'
import { afterPaint } from '../ui/after-paint.ts'
import type { Row } from './rows.ts'
import { newStage, nextStage, type Stage } from './staged-rows.ts'

/**
 * The rows to draw now on the way to `target`. A second step, if needed, follows before the browser paints. The older
 * rows of a new list that begins at its end follow after it has painted, because most of them are out of sight.
 */
export function useStagedRows(target: readonly Row[], atEnd: boolean): Stage {
  const room = atEnd ? window.innerHeight : Number.POSITIVE_INFINITY
  const [{ stage, since }, set] = useState(() => ({ stage: newStage(target, room, 0), since: target }))

  let current = stage
  if (since !== target) {
    current = nextStage(stage, target, room)
    set({ stage: current, since: target })
  }

  useLayoutEffect(() => {
    if (stage.rows === target) return
    const proceed = () => set({ stage: nextStage(stage, target, room), since: target })
    return stage.partial ? afterPaint(proceed) : proceed()
  }, [stage, target, room])

  return current
}
