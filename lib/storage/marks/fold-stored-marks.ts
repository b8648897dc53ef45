import { blankStored, pagesOf } from '../history.ts'
import { loadState, saveState } from '../load-state.ts'
import type { Tables } from '../tables.ts'
import { foldInto } from './fold-into.ts'

/** Folds the marks that an older version of the app has stored as messages of a kind that it did not know. */
export async function foldStoredMarks(tables: Tables, generation: number): Promise<void> {
  const blanked = new Set<number>()
  for await (const { messages } of pagesOf(tables, generation)) {
    const marks = messages.filter((it) => it.kind === 'mark')
    if (marks.length === 0) continue
    for (const version of (await foldInto(tables, generation, marks)).blanked) blanked.add(version)
  }
  await blankStored(tables, generation, blanked)
}

/** The same before a screen asks for pins, where nothing has come in since the update. */
export async function foldPresentMarks(tables: Tables): Promise<void> {
  const state = await loadState(tables)
  if (state.present.marksFolded) return
  await foldStoredMarks(tables, state.present.generation)
  saveState(tables, { ...state, present: { ...state.present, marksFolded: true } })
}
