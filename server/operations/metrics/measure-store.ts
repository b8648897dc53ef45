import { Histogram, type Registry } from '@prometheus-io/client'
import type { Committed } from '../../core/ports/on-commit.ts'
import type { Store } from '../../core/ports/store.ts'
import { FAST_SECONDS } from './buckets.ts'
import { timed } from './timed.ts'

/** Measures calls of the store, with the time they wait for others, and the transactions that they share. */
export function createMeasureStore(registry: Registry) {
  const registers = [registry]
  const seconds = new Histogram({
    name: 'roost_store_seconds',
    help: 'Calls of the store, until what they wrote is durable',
    labelNames: ['call'],
    buckets: FAST_SECONDS,
    registers,
  })
  const commit = new Histogram({
    name: 'roost_commit_seconds',
    help: 'One transaction of grouped writes, until it is durable',
    buckets: FAST_SECONDS,
    registers,
  })
  const groups = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_000]
  const calls = new Histogram({
    name: 'roost_commit_calls',
    help: 'Calls that shared one transaction',
    buckets: groups,
    registers,
  })
  const rows = new Histogram({
    name: 'roost_commit_rows',
    help: 'Rows that the calls of one transaction asked to write',
    buckets: groups,
    registers,
  })

  return {
    store: (store: Store): Store =>
      timed(store, ['append', 'pull', 'acknowledge', 'summary', 'findToken', 'listDevices', 'touchDevice'], seconds),
    committed(committed: Committed): void {
      commit.observe(committed.ms / 1000)
      calls.observe(committed.calls)
      rows.observe(committed.rows)
    },
  }
}
