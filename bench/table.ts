import type { Judged } from './judge.ts'

const heads = ['row', 'what', 'measured', 'limit', 'ratio', 'rounds', 'to reach', '']

/** The table as text for a terminal. */
export function table(lines: readonly Judged[]): string {
  const cells = [heads, ...lines.map(cellsOf)]
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cellsOf({ row, what, value, limit, unit, ratio, spread, better, target, reached }: Judged): string[] {
  const bound = target === undefined ? '' : `${better === 'more' ? 'at least' : 'at most'} ${target}`
  return [
    row,
    what,
    `${figure(value)} ${unit}`,
    `${figure(limit)} ${unit}`,
    ratio.toFixed(2),
    spread.map((it) => it.toFixed(2)).join('–'),
    bound,
    reached === undefined ? '' : reached ? 'reached' : 'NOT reached',
  ]
}

/** Three significant digits: the measurements give no more. */
export function figure(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 3 })
}

/** Words to the left, figures to the right. */
const pad = (cell: string, width: number, column: number) =>
  column >= 2 && column <= 5 ? cell.padStart(width) : cell.padEnd(width)
