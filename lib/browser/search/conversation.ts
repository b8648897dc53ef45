import type { RoostOptions } from '../../core/roost-options.ts'
import type { Criterion } from '../../search/criteria.ts'
import type { Hit } from '../../search/hit.ts'
import type { SearchState } from '../../search/runner.ts'

/** A page's requests to its search worker, the first one `open`. Each search has a number of its own. */
export type SearchRequest =
  | { type: 'open'; deviceId: string; options: RoostOptions }
  | { type: 'find'; number: number; criteria: readonly Criterion[] }
  | { type: 'more'; number: number }
  | { type: 'stop' }

export interface SearchAnswer {
  number: number
  hits: readonly Hit[]
  state: SearchState
}
