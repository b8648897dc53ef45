import type { Measured } from './measure.ts'
import type { Line, Row } from './row.ts'
import { median } from './statistics.ts'

/** A line after its rounds: medians, and how far the rounds lie apart. */
export interface Judged extends Line {
  row: string
  value: number
  limit: number
  /** value / limit. */
  ratio: number
  /** The least and the greatest ratio within one round. */
  spread: readonly [number, number]
  /** undefined: there is nothing to reach. */
  reached: boolean | undefined
}

/** Lines whose sides were not run (a size that leaves them out) are not judged. */
export function judge(row: Row, measured: Measured): Judged[] {
  return row.lines.flatMap((line) => {
    const values = figuresOf(measured, line.side, line.figure)
    const limits =
      typeof line.against === 'number'
        ? values.map(() => line.against as number)
        : figuresOf(measured, line.against, line.againstFigure ?? line.figure)
    const ratios = values.flatMap((value, round) => (limits[round] === undefined ? [] : [value / limits[round]]))
    if (ratios.length === 0) return []
    const value = median(values)
    const limit = median(limits)
    const ratio = value / limit
    const reached = isReached(line, ratio)
    return [{ ...line, row: row.id, value, limit, ratio, spread: [Math.min(...ratios), Math.max(...ratios)], reached }]
  })
}

function figuresOf(measured: Measured, side: string, figure: string): number[] {
  return (measured[side] ?? []).flatMap((figures) => figures[figure] ?? [])
}

function isReached({ better, target }: Line, ratio: number): boolean | undefined {
  if (target === undefined) return undefined
  return better === 'more' ? ratio >= target : ratio <= target
}
