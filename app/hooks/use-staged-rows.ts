import { useLayoutEffect, useState } from 'react'
import type { Row } from '../components/timeline/rows.ts'
import { nextStage, type Stage } from '../components/timeline/stage-rows.ts'

/** The rows to draw now on the way to `target`; a second step, where one is needed, follows before the screen is painted. */
export function useStagedRows(target: readonly Row[]): Stage {
  const [{ stage, since }, set] = useState(() => ({
    stage: { rows: target, shift: false, generation: 0 } as Stage,
    since: target,
  }))

  let current = stage
  if (since !== target) {
    current = nextStage(stage, target)
    set({ stage: current, since: target })
  }

  useLayoutEffect(() => {
    if (stage.rows !== target) set({ stage: nextStage(stage, target), since: target })
  }, [stage, target])

  return current
}
