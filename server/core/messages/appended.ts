import type { Appended } from '../ports/store.ts'
import { showDigest } from './digest.ts'
import type { AppendPlan } from './plan-append.ts'

/** The answers to the sends of a plan, in their order. `log`: its state before the plan. */
export function appendedBy(plan: AppendPlan, log: { head: number; floor: number }): Appended[] {
  const messages = plan.inserts.map(({ message: { version }, json, visibleTo }) => ({ version, json, visibleTo }))
  return plan.sends.map(({ results, from, upTo, digest }) => ({
    ...{ results, from, upTo, digest: showDigest(digest), floor: log.floor },
    messages: messages.slice(from - log.head, upTo - log.head),
  }))
}
