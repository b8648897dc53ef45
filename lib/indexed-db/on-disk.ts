import type { Orphan } from '../storage/after-restore/orphan.ts'
import type { StoreState } from '../storage/state.ts'
import type { MetaRecord, Tables } from '../storage/tables.ts'

/**
 * The names on disk that differ from those in the code. The databases of existing devices were made with them. A schema
 * step that renames would copy every record, and a tab with an older version of the app could not open the result.
 */
export const storeNameOf = {
  meta: 'meta',
  pages: 'pages',
  changes: 'changes',
  signatures: 'signatures',
  orphans: 'kept',
  dueOrphans: 'offers',
  outbox: 'outbox',
} as const satisfies Record<keyof Tables, string>

export type StoredOrphan = Omit<Orphan, 'after' | 'giveBack'> & { behind: number; offer: Orphan['giveBack'] }
export type StoredMeta =
  | { name: 'state'; state: Omit<StoreState, 'waitForSenders'> & { chance: StoreState['waitForSenders'] } }
  | Exclude<MetaRecord, { name: 'state' }>

/** How a table's values are written and read back. */
export interface Shape<Value, Stored> {
  toDisk(value: Value): Stored
  fromDisk(stored: Stored): Value
}

export const orphanShape: Shape<Orphan, StoredOrphan> = {
  toDisk: ({ after, giveBack, ...rest }) => ({ ...rest, behind: after, offer: giveBack }),
  fromDisk: ({ behind, offer, ...rest }) => ({ ...rest, after: behind, giveBack: offer }),
}

export const metaShape: Shape<MetaRecord, StoredMeta> = {
  toDisk(record) {
    if (record.name !== 'state') return record
    const { waitForSenders, ...state } = record.state
    return { name: 'state', state: { ...state, chance: waitForSenders } }
  },
  fromDisk(stored) {
    if (stored.name !== 'state') return stored
    const { chance, ...state } = stored.state
    return { name: 'state', state: { ...state, waitForSenders: chance } }
  },
}

export const sameOnDisk = <T>(): Shape<T, T> => ({ toDisk: (it) => it, fromDisk: (it) => it })
