import type { StoreState } from './state.ts'
import type { Page } from './tables.ts'

/**
 * The end of the inbox as an apply left it, without orphans and with an empty outbox. While it is current, the next apply
 * reads the state alone instead of four tables. Another tab, the worker or an older version of the app may write in
 * between: pages of the present generation never change without its cursor, an outbox never grows without `nextSeq`,
 * and orphans only appear in a rebuild or right before one, which ends in another generation.
 */
export interface LastApply {
  generation: number
  cursor: number
  nextSeq: number
  lastPage: Page | undefined
}

export function lastApplyOf({ present, nextSeq }: StoreState, lastPage: Page | undefined): LastApply {
  return { generation: present.generation, cursor: present.cursor, nextSeq, lastPage }
}

export function isCurrent({ generation, cursor, nextSeq }: LastApply, state: StoreState): boolean {
  const { present } = state
  return present.generation === generation && present.cursor === cursor && state.nextSeq === nextSeq
}
