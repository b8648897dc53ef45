import { answerCalls } from '../parts/calls.ts'
import { type Late, openLatencyPair } from './latency.ts'

/** Two devices of one user: what one writes, again and again, the other waits for. */

const EVERY_MS = 50

let late: Late
let timer: NodeJS.Timeout

answerCalls({
  async begin({ port, tokens: [writer, reader] }: { port: number; tokens: [string, string] }) {
    late = await openLatencyPair({ port, token: writer }, { port, token: reader })
    timer = setInterval(late.write, EVERY_MS)
  },
  end() {
    clearInterval(timer)
    return late.end()
  },
})
