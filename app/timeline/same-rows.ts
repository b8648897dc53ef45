import type { Row } from './rows.ts'

/** The rows of `now`, of which each that shows the same as before keeps its object, so that React draws it no second time. */
export function sameRows(before: readonly Row[], now: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((it) => [it.key, it]))
  return now.map((it) => {
    const old = known.get(it.key)
    return old && showsTheSame(old, it) ? old : it
  })
}

function showsTheSame(a: Row, b: Row): boolean {
  const [one, other] = [Object.entries(a), Object.entries(b)]
  return one.length === other.length && one.every(([, value], index) => Object.is(value, other[index]?.[1]))
}
