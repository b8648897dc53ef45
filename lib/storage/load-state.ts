import { type Line, newState, nothingRead, type StoreState } from './state.ts'
import type { Tables } from './tables.ts'

export async function loadState(tables: Tables): Promise<StoreState> {
  const record = await tables.meta.get('state')
  if (record?.name !== 'state') return newState(1)
  const { present, building } = record.state
  return { ...record.state, present: withRead(present), building: building && withRead(building) }
}

/** Before devices counted what is unread, everything that they held was on a screen. */
function withRead(line: Line | (Omit<Line, 'read'> & { read?: undefined })): Line {
  return line.read ? line : { ...line, read: { ...nothingRead, readUpTo: line.cursor } }
}

export function saveState(tables: Tables, state: StoreState): void {
  tables.meta.put({ name: 'state', state })
}
