import { answerCalls } from '../parts/calls.ts'
import { percentile } from '../statistics.ts'
import type { Connection } from './connection.ts'
import { sendOf } from './messages.ts'
import { openAll } from './open-all.ts'

/** Two devices of one user: what one writes, again and again, the other waits for. */

const EVERY_MS = 50
const WRITTEN = /"content":"sent at ([\d.]+)"/g

let connections: Connection[] = []
let late: number[] = []
let sent = 0
let timer: NodeJS.Timeout
let onReceived = () => {}

answerCalls({
  async begin({ port, tokens }: { port: number; tokens: [string, string] }) {
    late = []
    sent = 0
    connections = await openAll(port, tokens, (event, index) => {
      if (index === 0) return
      const now = performance.now()
      for (const [, at] of event.toString().matchAll(WRITTEN)) late.push(now - Number(at))
      onReceived()
    })
    timer = setInterval(write, EVERY_MS)
  },
  /** ms from a send to its arrival: the middle one, and the worst. Resolves when all have arrived. */
  async end() {
    clearInterval(timer)
    const { promise, resolve } = Promise.withResolvers<void>()
    onReceived = () => late.length >= sent && resolve()
    onReceived()
    await promise
    for (const connection of connections) connection.close()
    return { middle: percentile(late, 0.5), worst: percentile(late, 1) }
  },
})

function write() {
  sent += 1
  connections[0]?.request('send', sendOf(sent, `sent at ${performance.now()}`), () => {})
}
