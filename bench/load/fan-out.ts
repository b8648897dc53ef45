import { answerCalls } from '../parts/calls.ts'
import type { Connection } from './connection.ts'
import { messagesIn, sendOf } from './messages.ts'
import { openAll } from './open-all.ts'
import { keepSending } from './sending.ts'

/** A device sends, and others of its user receive. */

let connections: Connection[] = []
let received: number[] = []
let onReceived = () => {}

answerCalls({
  /** The first token is the sender's. */
  async open({ port, tokens }: { port: number; tokens: string[] }) {
    received = tokens.map(() => 0)
    connections = await openAll(port, tokens, (event, index) => {
      received[index] = (received[index] ?? 0) + messagesIn(event)
      onReceived()
    })
  },
  /** Resolves with the ms from the first request until every other device has received everything. */
  async run({ messages }: { messages: number }) {
    received.fill(0)
    const { promise, resolve } = Promise.withResolvers<void>()
    onReceived = () => received.every((it, index) => index === 0 || it === messages) && resolve()
    const began = performance.now()
    await keepSending(connections.slice(0, 1), messages, sendOf)
    await promise
    return performance.now() - began
  },
  close() {
    for (const connection of connections) connection.close()
  },
})
