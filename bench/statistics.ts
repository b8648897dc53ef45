/** The middle of them, or the mean of the two in the middle. @throws RangeError when there are none. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values)
  const middle = (sorted.length - 1) / 2
  return (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2
}

/** The least value that at least this share (0 to 1) of all values do not exceed. @throws RangeError when there are none. */
export function percentile(values: readonly number[], share: number): number {
  return at(ascending(values), Math.max(0, Math.ceil(share * values.length) - 1))
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b)

function at(sorted: readonly number[], index: number): number {
  const value = sorted[index]
  if (value === undefined) throw new RangeError('there is nothing to choose from')
  return value
}
