import type { Pin, PinsName, Tables } from '../tables.ts'

/** Each generation has a record, so that a screen finds the pinned posts without reading the history. */
const nameOf = (generation: number): PinsName => `pins:${generation}`

/** In the order in which they were pinned. */
export async function pinsOf(tables: Tables, generation: number): Promise<readonly Pin[]> {
  const record = await tables.meta.get(nameOf(generation))
  return record && 'pins' in record ? record.pins : []
}

/** By the version of a post: that of the mark that pinned it; null: it is pinned no more. */
export async function movePins(
  tables: Tables,
  generation: number,
  moved: ReadonlyMap<number, number | null>,
): Promise<void> {
  const others = (await pinsOf(tables, generation)).filter((it) => !moved.has(it.target))
  const added = [...moved].flatMap(([target, version]) => (version === null ? [] : [{ target, version }]))
  const pins = [...others, ...added].sort((a, b) => a.version - b.version)
  tables.meta.put({ name: nameOf(generation), pins })
}

export function removePins(tables: Tables, generation: number): void {
  tables.meta.delete(nameOf(generation))
}
