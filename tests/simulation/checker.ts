import { checkBroken } from './checker/00-broken.ts'
import { checkVersions } from './checker/01-versions.ts'
import { checkDurable } from './checker/02-durable.ts'
import { checkOnce } from './checker/03-once.ts'
import { checkHistory } from './checker/04-history.ts'
import { checkTogether } from './checker/05-together.ts'
import { checkReceived } from './checker/06-received.ts'
import { checkUnhurried } from './checker/07-unhurried.ts'
import { checkPushes } from './checker/08-pushes.ts'
import { checkOutbox } from './checker/09-outbox.ts'
import { checkOrder } from './checker/10-order.ts'
import { checkIsolated } from './checker/11-isolated.ts'
import { checkRevoked } from './checker/12-revoked.ts'
import { checkForked } from './checker/13-forked.ts'
import { checkRetention } from './checker/14-retention.ts'
import { createModel } from './checker/model.ts'
import type { Violation } from './checker/violation.ts'
import type { Event } from './history/event.ts'

const all = [
  ...[checkBroken, checkVersions, checkDurable, checkOnce, checkHistory, checkTogether, checkReceived, checkUnhurried],
  ...[checkPushes, checkOutbox, checkOrder, checkIsolated, checkRevoked, checkForked, checkRetention],
]

export interface Checker {
  /** Takes the next event of the history. */
  take(event: Event): void
  /** Answers what did not hold, in the order in which it happened. */
  violations(): Violation[]
}

/**
 * Judges the fourteen promises of docs/protocol.md on what was recorded, and on nothing else: no line of the product is used
 * here. A history that tells of no end is judged up to where it ends.
 */
export function createChecker(): Checker {
  const violations: Violation[] = []
  let at = 0
  const report = (promise: number, message: string) => void violations.push({ promise, at, message })
  const model = createModel(report)
  const checks = all.map((create) => create(model, report))
  return {
    take(event) {
      at = event.at
      for (const it of checks) it.before?.(event)
      model.apply(event)
      for (const it of checks) it.after?.(event)
      model.forget(event)
    },
    violations: () => violations,
  }
}

export function check(events: readonly Event[]): Violation[] {
  const checker = createChecker()
  for (const event of events) checker.take(event)
  return checker.violations()
}
