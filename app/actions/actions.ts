import { createContext, useCallback, useSyncExternalStore } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { createObservable } from '../../lib/core/observable.ts'
import type { Deletion } from '../../lib/core/ports.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { useRequired } from '../hooks/use-required.ts'
import type { Selection } from './select/selection.ts'

/** A sentence that stands above the composer for a while, and is spoken. */
export interface Note {
  text: string
  deletion?: Deletion
  /** The row shows it itself, so it is spoken only. */
  spokenOnly?: true
}

export interface ActionsState {
  /** The message that is edited in its place, and the text so far. */
  editing: { id: string; text: string } | null
  selection: Selection | null
  dialog: { name: 'details' | 'sendAgain'; entry: Entry } | null
  note: Note | null
  /** The list scrolls to this message as soon as it has its row. */
  goal: { id: string } | null
  /** A link or a hit has just led to this message. */
  found: string | null
}

/** Everything that a person is doing with messages. Rows ask for little of it, so it comes with the inbox. */
export function createActions(device: TabDevice) {
  const state = createObservable<ActionsState>({
    editing: null,
    selection: null,
    dialog: null,
    note: null,
    goal: null,
    found: null,
  })
  return {
    ...state,
    device,
    entryOf(id: string): Entry | undefined {
      const { timeline, outbox } = device.getState()
      return timeline.entries.find((it) => it.id === id) ?? outbox.find((it) => it.id === id)
    },
    /** A new note replaces the one before, also if it says the same. */
    say: (text: string, more: Omit<Note, 'text'> = {}) => state.set({ note: { text, ...more } }),
    edit: ({ id, content }: Entry) => state.set({ editing: { id, text: content }, selection: null }),
  }
}

export type Actions = ReturnType<typeof createActions>

const Context = createContext<Actions | null>(null)

export const ActionsProvider = Context.Provider

export const useActions = (): Actions => useRequired(Context, 'outside of the inbox')

/** The part that `select` picks, which must be the same value while nothing changes. */
export function useActionsState<S>(select: (state: ActionsState) => S): S {
  const actions = useActions()
  const subscribe = useCallback((listener: () => void) => actions.subscribe(listener), [actions])
  const read = () => select(actions.get())
  return useSyncExternalStore(subscribe, read, read)
}
