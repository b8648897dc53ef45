export interface Selection {
  ids: ReadonlySet<string>
  /** A range begins here: the message that was chosen last. */
  anchor: string
}

/** Chooses a message, or no longer. Null once none is chosen. */
export function toggled(selection: Selection | null, id: string): Selection | null {
  const ids = new Set(selection?.ids)
  if (!ids.delete(id)) ids.add(id)
  return ids.size === 0 ? null : { ids, anchor: id }
}

/** Adds everything from the anchor to `id`, both included. `order`: the ids of the messages as they stand on the screen. */
export function extended(selection: Selection | null, id: string, order: readonly string[]): Selection {
  const [from, to] = [order.indexOf(selection?.anchor ?? id), order.indexOf(id)]
  const range = from < 0 || to < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...(selection?.ids ?? []), ...range]), anchor: selection?.anchor ?? id }
}

/** Leaves out messages that have gone meanwhile. */
export function without(selection: Selection, gone: ReadonlySet<string>): Selection | null {
  const ids = new Set([...selection.ids].filter((it) => !gone.has(it)))
  if (ids.size === selection.ids.size) return selection
  return ids.size === 0 ? null : { ...selection, ids }
}
