import type { Row } from './rows.ts'

export interface Stage {
  rows: readonly Row[]
  /** Only the beginning changed since the stage before: the list keeps its distance from the end. */
  shift: boolean
  /** Another one means: nothing in common, begin anew. */
  generation: number
}

/** A new list begins with its last rows, as many as are looked at; those before them come when these are painted. */
export function newStage(target: readonly Row[], seen: number, generation: number): Stage {
  return { rows: target.length > seen ? target.slice(-seen) : target, shift: false, generation }
}

/**
 * The next step from what is shown to what is to be shown. A virtual list can take a change at its beginning or one at
 * its end without a jump, not both at once; so when the window moves, the beginning is changed first and the end with the
 * next call.
 */
export function nextStage(shown: Stage, target: readonly Row[], seen: number): Stage {
  const first = shown.rows.find(isMessage)
  const targetFirst = target.find(isMessage)
  if (!first || !targetFirst || first.key === targetFirst.key) return { ...shown, rows: target, shift: false }

  const targetIndex = new Map(target.map((row, index) => [row.key, index]))
  const lastCommon = shown.rows.findLastIndex((row) => isMessage(row) && targetIndex.has(row.key))
  if (lastCommon < 0) return newStage(target, seen, shown.generation + 1)

  const common = targetIndex.get(shown.rows[lastCommon]?.key ?? '') ?? 0
  const rows = [...target.slice(0, common + 1), ...shown.rows.slice(lastCommon + 1)]
  return { ...shown, rows: rows.length === target.length && common === target.length - 1 ? target : rows, shift: true }
}

const isMessage = (row: Row) => row.type === 'message' || row.type === 'outbox'
