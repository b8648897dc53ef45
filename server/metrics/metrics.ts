import type { ErrorCode } from '../../lib/protocol/error.ts'
import type { Bus } from '../bus/bus.ts'
import type { MotherServer } from '../gateway/socket/types.ts'
import type { Mother } from '../mother/mother.ts'
import type { OnCommit } from '../store/committed.ts'
import type { Store } from '../store/store.ts'

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
