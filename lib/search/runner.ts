import type { Criterion } from './criteria.ts'
import type { Hit } from './hit.ts'
import { createOutline } from './outline.ts'
import { type SearchStore, search } from './search.ts'
import { signPages } from './sign-pages.ts'

/** `more`: it has found enough for now, and goes on when it is asked to. */
export type SearchState = 'searching' | 'more' | 'done' | 'failed'

/** Hits that were found since the last time. */
export type OnHits = (hits: readonly Hit[], state: SearchState) => void

export interface Search {
  more(): void
  stop(): void
}

export interface Runner {
  /** Stops the search before it. Hears nothing more once it is stopped. */
  find(criteria: readonly Criterion[], onHits: OnHits): Search
  close(): void
}

/** A screen shows no more at once, and a person reads no more. */
const AT_ONCE = 60

/** Runs one search at a time over a device's storage. While none runs, it makes the signatures that are missing. */
export function createRunner(store: SearchStore, selfId: string): Runner {
  const outline = createOutline(store)
  let current: Search | null = null
  let busy = false
  let closed = false
  let signing = false

  async function sign(): Promise<void> {
    if (signing || closed) return
    signing = true
    try {
      for await (const _ of signPages(store, outline)) if (busy || closed) break
    } catch {
      // A search works without signatures, only slower. It reports what is wrong with the storage.
    } finally {
      signing = false
    }
  }

  function find(criteria: readonly Criterion[], onHits: OnHits): Search {
    current?.stop()
    const searching = search(store, outline, { criteria, selfId })
    let stopped = false
    let wanted = AT_ONCE
    let found = 0
    let running = false

    async function run(): Promise<void> {
      if (running) return
      running = busy = true
      while (!stopped && found < wanted) {
        const { value, done } = await searching.next()
        if (stopped) return
        found += value?.length ?? 0
        const state = done ? 'done' : found < wanted ? 'searching' : 'more'
        if (state !== 'searching') running = busy = false
        onHits(value ?? [], state)
        if (done) break
      }
      void sign()
    }
    const start = () =>
      void run().catch(() => {
        running = busy = false
        if (!stopped) onHits([], 'failed')
      })

    const mine: Search = {
      more() {
        wanted = found + AT_ONCE
        start()
      },
      stop() {
        stopped = true
        busy = false
      },
    }
    current = mine
    start()
    return mine
  }

  void sign()
  return {
    find,
    close() {
      current?.stop()
      closed = true
    },
  }
}
