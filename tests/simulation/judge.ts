import type { Violation } from './checker/violation.ts'
import { createChecker } from './checker.ts'
import type { Event } from './history/event.ts'
import { operationsOf, type Run, type RunOptions, run } from './run.ts'
import { shrink } from './shrink.ts'

export interface Judged extends Run {
  violations: Violation[]
}

/** Runs a world and judges it on the way. */
export async function judge(options: RunOptions): Promise<Judged> {
  const checker = createChecker()
  const outcome = await run({
    ...options,
    listen(event) {
      checker.take(event)
      options.listen?.(event)
    },
  })
  return { ...outcome, violations: checker.violations() }
}

/** Explains a failure: the seed, the fewest operations that still break the same promise, and the command that shows it again. */
export async function explain(options: RunOptions, violations: readonly Violation[], bugName = ''): Promise<string> {
  const [first] = violations
  if (!first) return 'nothing to explain'
  const all = options.operations ?? operationsOf(options.seed, options.steps)
  const fewest = await shrink(all, async (operations) => {
    const again = await judge({ ...options, operations })
    return again.violations.some((it) => it.promise === first.promise)
  })
  const faults: Event[] = []
  const listen = (event: Event) => {
    if (event.type === 'fault' || event.type === 'crashed' || event.type === 'evicted') faults.push(event)
  }
  const { violations: rest } = await judge({ ...options, operations: fewest, listen })
  const bug = bugName && ` --bug ${bugName}`
  return [
    `Seed ${options.seed}: promise ${first.promise} does not hold.`,
    ...unique(rest.length > 0 ? rest : violations).map((it) => `  ${it.promise}. at ${seconds(it.at)}: ${it.message}`),
    `Replay: npm run simulate -- --seed ${options.seed} --steps ${options.steps}${bug}`,
    `Shortened to ${fewest.length} of ${all.length}: --only ${fewest.map((it) => it.id).join(',')}`,
    ...fewest.map((it) => `  ${seconds(it.at)}  ${it.kind}`),
    ...faults.slice(0, 40).map((it) => `  ${seconds(it.at)}  ${'name' in it ? `${it.name} ${it.detail}` : it.type}`),
  ].join('\n')
}

function unique(violations: readonly Violation[]): Violation[] {
  const firsts = new Map<number, Violation>()
  for (const it of violations) if (!firsts.has(it.promise)) firsts.set(it.promise, it)
  return [...firsts.values()]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`
}
