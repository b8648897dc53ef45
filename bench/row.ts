/** How much work a row does: `tiny` only to see that it runs, `huge` with what takes long to build. */
export type Size = 'tiny' | 'full' | 'huge'

/** Something that is measured. */
export interface Row {
  /** For `--rows`. */
  id: string
  /** The work of one round, and what the limits do instead. */
  work: string
  lines: readonly Line[]
  /** Builds what the rounds need. Nothing of it is measured. */
  open(size: Size): Promise<Round>
}

/**
 * The sides to run in a round: one after the other, in turns, and first once each to warm up. Figures are by name,
 * `undefined` where this round has none.
 */
export interface Round extends AsyncDisposable {
  sides: Readonly<Record<string, () => Promise<Figures>>>
}

export type Figures = Readonly<Record<string, number | undefined>>

/** A line of the table: a figure of one side against a figure of another (mostly the same), or against a fixed number. */
export interface Line {
  what: string
  figure: string
  unit: string
  better: 'more' | 'less'
  /** A name among `sides`. */
  side: string
  against: string | number
  /** The figure of the other side, where it is not the same one. */
  againstFigure?: string
  /** The least (`more`) or greatest (`less`) ratio of side / against. Lines without a target are for information. */
  target?: number
}
