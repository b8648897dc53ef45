import type { Row } from './rows.ts'

export interface Stage {
  rows: readonly Row[]
  /** Only the beginning changed since the last stage, so the list keeps its distance from the end. */
  shift: boolean
  /** Changes when two stages share no row: the list starts again. */
  generation: number
  /** The first rows of a new list are missing; they follow once the last ones are painted. */
  partial: boolean
}

/** A new list begins with its last rows, as many as fill `room` pixels. */
export function newStage(target: readonly Row[], room: number, generation: number): Stage {
  let start = target.length
  for (let left = room; left > 0 && start > 0; ) left -= lowest(target[--start] as Row)
  return { rows: start > 0 ? target.slice(start) : target, shift: false, generation, partial: start > 0 }
}

/** In pixels. No row is lower than one line of text, and no line holds more characters. */
const ROW = 28
const LINE = 22
const LINE_CHARS = 120
const MOST_LINES = 12

function lowest(row: Row): number {
  const content = isMessage(row) ? row.entry.content : ''
  return ROW + LINE * Math.min(MOST_LINES, Math.floor(content.length / LINE_CHARS))
}

/**
 * The next step from the rows on screen to `target`. A virtual list stays still while its beginning changes or its end
 * does, but not both at once. So when the window moves, this changes the beginning first, and the end in the next call.
 */
export function nextStage(shown: Stage, target: readonly Row[], room: number): Stage {
  const first = shown.rows.find(isMessage)
  const targetFirst = target.find(isMessage)
  if (!first) return newStage(target, room, shown.generation)
  const next = { generation: shown.generation, partial: false }
  if (!targetFirst || first.key === targetFirst.key) return { ...next, rows: target, shift: false }

  const targetIndex = new Map(target.map((row, index) => [row.key, index]))
  const lastCommon = shown.rows.findLastIndex((row) => isMessage(row) && targetIndex.has(row.key))
  if (lastCommon < 0) return newStage(target, room, shown.generation + 1)

  const common = targetIndex.get(shown.rows[lastCommon]?.key ?? '') ?? 0
  const rows = [...target.slice(0, common + 1), ...shown.rows.slice(lastCommon + 1)]
  return { ...next, rows: rows.length === target.length && common === target.length - 1 ? target : rows, shift: true }
}

const isMessage = (row: Row) => 'entry' in row
