import { useLayoutEffect, useState } from 'react'
import type { Row } from '../components/timeline/rows.ts'
import { newStage, nextStage, type Stage } from '../components/timeline/stage-rows.ts'

/** In pixels: no row is lower. */
const LOWEST_ROW = 36

interface StagedRows extends Stage {
  /** All of the target. */
  complete: boolean
}

/**
 * The rows to draw now on the way to `target`. A second step, where one is needed, follows before the screen is painted; what
 * stands before the beginning of a new list, after that: most of drawing it anew is rows that nobody sees.
 */
export function useStagedRows(target: readonly Row[]): StagedRows {
  const [{ stage, since, isNew }, set] = useState(() => ({
    stage: newStage(target, seen(), 0),
    since: target,
    isNew: true,
  }))

  let current = stage
  if (since !== target) {
    current = nextStage(stage, target, seen())
    set({ stage: current, since: target, isNew: current.generation !== stage.generation })
  }

  useLayoutEffect(() => {
    if (stage.rows === target) return
    const proceed = () => set({ stage: nextStage(stage, target, seen()), since: target, isNew: false })
    if (!isNew) return proceed()
    return afterPaint(proceed)
  }, [stage, target, isNew])

  return { ...current, complete: current.rows === target }
}

function seen(): number {
  return Math.ceil(window.innerHeight / LOWEST_ROW)
}

/** Returns how to call it off. */
function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
