import type { StoreState } from './state.ts'
import type { Page } from './tables.ts'

/**
 * What an apply left behind, when nothing was kept and nothing waited: the next one then asks for the state alone, and not for
 * what can only be as it was. Pages of the present generation never change without its cursor, an outbox never grows
 * without `nextSeq`, and messages are kept only by a rebuild, or right before one begins, and it ends in another generation. So this
 * holds whoever else writes meanwhile: another tab, the worker, an older version of the app.
 */
export interface Remembered {
  generation: number
  cursor: number
  nextSeq: number
  last: Page | undefined
}

export function remember({ present, nextSeq }: StoreState, last: Page | undefined): Remembered {
  return { generation: present.generation, cursor: present.cursor, nextSeq, last }
}

export function stillHolds(remembered: Remembered, { present, nextSeq }: StoreState): boolean {
  const { generation, cursor } = remembered
  return present.generation === generation && present.cursor === cursor && remembered.nextSeq === nextSeq
}
