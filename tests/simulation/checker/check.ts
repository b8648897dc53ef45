import type { Event } from '../history/event.ts'
import type { Model } from './model.ts'
import type { Report } from './violation.ts'

/** Judges one promise, event by event. `before` sees the world as it was before the event, `after` as it is then. */
export interface Check {
  before?(event: Event): void
  after?(event: Event): void
}

export type CreateCheck = (model: Model, report: Report) => Check
