import { Skipped } from './demand.ts'
import type { Demand, Verdict } from './verdict.ts'

/** A check of anything: it returns when all is well. */
export interface Check<Tested> extends Demand {
  /** @throws Skipped when it cannot run here; any other error is a failure. */
  run(tested: Tested): Promise<void>
}

/**
 * Runs the checks, `atOnce` of them at a time: one after the other where they would disturb each other. Verdicts are
 * told as they come, and answered in the order of the checks.
 */
export async function runChecks<Tested>(
  checks: readonly Check<Tested>[],
  tested: Tested,
  tell: (verdict: Verdict) => void = () => {},
  atOnce = 1,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  const waiting = checks.entries()
  async function work() {
    for (const [index, check] of waiting) {
      const verdict = await runOne(check, tested)
      verdicts[index] = verdict
      tell(verdict)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return verdicts
}

async function runOne<Tested>({ run, ...demand }: Check<Tested>, tested: Tested): Promise<Verdict> {
  const began = performance.now()
  const end = (outcome: Verdict['outcome'], reason?: string): Verdict => ({
    ...{ ...demand, outcome, ms: Math.round(performance.now() - began) },
    ...(reason === undefined ? {} : { reason }),
  })
  try {
    await run(tested)
    return end('passed')
  } catch (error) {
    if (error instanceof Skipped) return end('skipped', error.message)
    return end('failed', error instanceof Error ? error.message : String(error))
  }
}

/** Those whose id is one of `only`, or begins with one: `P3` is every check of promise 3. */
export function choose<T extends Demand>(checks: readonly T[], only: readonly string[]): T[] {
  if (only.length === 0) return [...checks]
  return checks.filter(({ id }) => only.some((it) => id === it || id.startsWith(`${it}.`)))
}
