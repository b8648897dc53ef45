import { useActionsState } from './actions.ts'

export interface RowState {
  /** The person edits the message in its place. */
  editing: boolean
  /** A link has just led here. */
  found: boolean
  /** Null while no message is being selected. */
  chosen: boolean | null
}

/** The part of the actions that one row shows. Each value is simple, so a row is drawn again only when its own changes. */
export function useRowState(id: string): RowState {
  return {
    editing: useActionsState((it) => it.editing?.id === id),
    found: useActionsState((it) => it.found === id),
    chosen: useActionsState((it) => it.selection?.ids.has(id) ?? null),
  }
}
