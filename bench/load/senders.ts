import { answerCalls } from '../parts/calls.ts'
import type { Connection } from './connection.ts'
import { connectWithLibrary } from './library-connection.ts'
import { sendOf } from './messages.ts'
import { openAll } from './open-all.ts'
import { keepSending } from './sending.ts'

/** Senders that each keep so many messages in flight (64 by default), every message in a request of its own. */

let connections: Connection[] = []

answerCalls({
  /** Beside those that are open already. */
  async open({ port, tokens, withLibrary }: { port: number; tokens: string[]; withLibrary?: boolean }) {
    connections.push(...(await openAll(port, tokens, undefined, withLibrary ? connectWithLibrary : undefined)))
  },
  /** Resolves with the ms from the first request to the last acknowledgement. */
  async run({ messages, inFlight }: { messages: number; inFlight?: number }) {
    const began = performance.now()
    await keepSending(connections, messages, sendOf, inFlight)
    return performance.now() - began
  },
  close() {
    for (const connection of connections) connection.close()
    connections = []
  },
})
