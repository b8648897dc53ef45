import { limits } from '../../../lib/protocol/limits.ts'
import type { InboxEvent } from '../../../lib/protocol/read.ts'
import type { Backlog } from '../backlog.ts'
import { createStateEvent } from './state-event.ts'

export interface InboxEvents {
  /** `hello` has told the device this. */
  start(at: InboxEvent): void
  /** Bus or store said so; one that is not ahead of what is known changes nothing. */
  moved(to: InboxEvent): void
  stop(): void
}

/** Tells one connection when readUpTo has moved. Several moves within a second are one event. */
export function createInboxEvents(emit: (event: InboxEvent) => void, backlog: Backlog): InboxEvents {
  let newest: InboxEvent = { readUpTo: 0, head: 0 }
  let started = false
  const event = createStateEvent({
    read: async () => newest,
    emit,
    everyMs: limits.inboxEventMs,
    backlog,
    onError() {},
  })

  function moved({ readUpTo, head }: InboxEvent) {
    if (readUpTo <= newest.readUpTo) return
    newest = { readUpTo, head }
    if (started) event.changed()
  }

  return {
    start({ readUpTo, head }) {
      started = true
      // A move while `hello` was read may already be in it.
      if (newest.readUpTo > readUpTo) event.changed()
      else newest = { readUpTo, head }
    },
    moved,
    stop: event.stop,
  }
}
