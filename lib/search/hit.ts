import type { Excerpt } from './excerpt.ts'

/** A found message, small enough to travel from a worker. */
export interface Hit extends Excerpt {
  id: string
  /** Device ids; `to` may be ALL. */
  from: string
  to: string
  /** ms since the epoch. */
  at: number
  /** Where the timeline shows it; null while the server does not have the message. */
  version: number | null
  contentType: string
  /** The first lines of the messages before and after it; '' where there is none. */
  before: string
  after: string
}
