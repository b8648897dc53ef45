import { newState, type StoreState } from './state.ts'
import type { Tables } from './tables.ts'

export async function loadState(tables: Tables): Promise<StoreState> {
  const record = await tables.meta.get('state')
  return record?.name === 'state' ? record.state : newState(1)
}

export function saveState(tables: Tables, state: StoreState): void {
  tables.meta.put({ name: 'state', state })
}
