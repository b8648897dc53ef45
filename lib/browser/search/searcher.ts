import type { DeviceState } from '../../core/device-state.ts'
import { resolve } from '../../search/criteria.ts'
import { type Problem, parseQuery } from '../../search/query.ts'
import type { OnHits, Runner, Search } from '../../search/runner.ts'

export interface TypedSearch extends Search {
  /** The query asks for nothing yet, so nothing is looked for. */
  isEmpty: boolean
  /** Parts of it that mean nothing, and names that no device has. */
  problems: readonly Problem[]
  unknown: readonly string[]
}

/** The search of a screen: over everything that this device holds, with or without a network. */
export interface Searcher {
  /** Takes the place of the search before it. `onHits` is never called before this returns. */
  find(typed: string, onHits: OnHits): TypedSearch
  close(): void
}

export function createSearcher(runner: Runner, getState: () => DeviceState): Searcher {
  return {
    find(typed, onHits) {
      const query = parseQuery(typed)
      const { devices, former, deviceId } = getState()
      const { criteria, unknown } = resolve(query, [...devices, ...former], deviceId)
      const isEmpty = criteria.length === 0
      const search = runner.find(isEmpty ? [] : criteria, isEmpty ? () => {} : onHits)
      if (isEmpty) search.stop()
      return { ...search, isEmpty, problems: query.problems, unknown }
    },
    close: () => runner.close(),
  }
}
