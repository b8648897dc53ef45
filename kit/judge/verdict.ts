/** MUST: another program may rely on it. SHOULD: the page asks for it, and nothing breaks without it. */
export type Level = 'MUST' | 'SHOULD'

/** The demand of a check. */
export interface Demand {
  /** `P3.retry-gets-the-first-version`: a promise of the page, or a subject of it, and a name. It never changes. */
  id: string
  level: Level
  says: string
}

export interface Verdict extends Demand {
  outcome: 'passed' | 'failed' | 'skipped'
  /** Why it failed or was skipped. */
  reason?: string
  ms: number
}

/** Whether the tested program may say that it follows the page. */
export const isGood = (verdicts: readonly Verdict[]): boolean =>
  verdicts.every((it) => it.outcome !== 'failed' || it.level === 'SHOULD')
