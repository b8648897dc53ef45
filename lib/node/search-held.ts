import type { ReceivedMessage } from '../client/types.ts'
import { type Names, receivedOf } from '../client/view.ts'
import { resolve } from '../search/criteria.ts'
import { createOutline } from '../search/outline.ts'
import { parseQuery } from '../search/query.ts'
import { search } from '../search/search.ts'
import type { LocalStore } from '../storage/local-store.ts'

export interface Found {
  /** The newest first. */
  messages: ReceivedMessage[]
  /** Parts of the query that mean nothing. */
  problems: string[]
}

/** Searches everything that a device holds, with the query language of the app. @throws StorageError */
export async function searchHeld(
  store: LocalStore,
  names: Names,
  selfId: string,
  typed: string,
  limit: number,
): Promise<Found> {
  const query = parseQuery(typed)
  if (query.problems.length > 0) return { messages: [], problems: query.problems.map((it) => it.token) }
  const messages: ReceivedMessage[] = []
  const { criteria } = resolve(query, [...names.devices, ...names.former], selfId)
  for await (const hits of search(store, createOutline(store), { criteria, selfId })) {
    for (const { version } of hits) {
      const entry = version === null ? null : await store.at(version)
      if (entry && !entry.onlyHere) messages.push(receivedOf(entry, names))
      if (messages.length === limit) return { messages, problems: [] }
    }
  }
  return { messages, problems: [] }
}
