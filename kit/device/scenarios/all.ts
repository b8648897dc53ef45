import { scenarios as catchUp } from './catch-up.ts'
import { scenarios as feed } from './feed.ts'
import { scenarios as forks } from './forks.ts'
import { scenarios as outbox } from './outbox.ts'
import type { Scenario } from './scenario.ts'

const promiseOf = (id: string) => Number(/^P(\d+)\./.exec(id)?.[1] ?? 99)

/** Every check of a client, in the order of the promises. */
export const deviceScenarios: readonly Scenario[] = [feed, catchUp, outbox, forks]
  .flat()
  .toSorted((a, b) => promiseOf(a.id) - promiseOf(b.id))
