import type { Figures, Row, Size } from './row.ts'

/** By side, what each round gave, in the order of the rounds. */
export type Measured = Readonly<Record<string, readonly Figures[]>>

export interface MeasureOptions {
  rounds: number
  size: Size
  /** Told before each side is run; round 0 is the one to warm up. */
  onSide?: (round: number, side: string) => void
}

/**
 * Runs all sides of a row in turns, so that a machine that is slower for a while is slower for all of them; every other
 * round backwards, so that none has always to clean up after the same one.
 */
export async function measure(row: Row, { rounds, size, onSide }: MeasureOptions): Promise<Measured> {
  await using round = await row.open(size)
  const measured = Object.fromEntries(Object.keys(round.sides).map((side): [string, Figures[]] => [side, []]))
  const there = Object.entries(round.sides)
  const back = there.toReversed()
  for (let n = 0; n <= rounds; n++) {
    for (const [side, run] of n % 2 === 0 ? there : back) {
      onSide?.(n, side)
      const figures = await run()
      if (n > 0) measured[side]?.push(figures)
    }
  }
  return measured
}
