import type { ErrorCode } from '../../../lib/protocol/error.ts'
import type { Mother } from '../../core/mother.ts'
import type { Bus } from '../../core/ports/bus.ts'
import type { OnCommit } from '../../core/ports/on-commit.ts'
import type { Store } from '../../core/ports/store.ts'
import type { MotherServer } from '../../live/types.ts'

/**
 * Measuring, at the edges: each port comes back as one of the same kind that counts and passes on. Nothing that is told
 * here, labels included, names a user, a device or what somebody wrote.
 */
export interface Metrics {
  store(store: Store): Store
  mother(mother: Mother): Mother
  bus(bus: Bus): Bus
  sockets(io: MotherServer): void
  committed: OnCommit
  refused(code: ErrorCode): void
  /** What was measured, in Prometheus' text format; null when nothing is. */
  page: { contentType: string; text(): Promise<string> } | null
}

/** For METRICS=off: everything is what it was. */
export const unmeasured: Metrics = {
  store: (it) => it,
  mother: (it) => it,
  bus: (it) => it,
  sockets() {},
  committed() {},
  refused() {},
  page: null,
}
