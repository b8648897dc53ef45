import { createConnection } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { answerCalls } from '../parts/calls.ts'
import { connect } from './connection.ts'
import { missedIn } from './messages.ts'

/** Many that come back within a moment. */

/** A device that was refused without being told when to come again. */
const RETRY_MS = 1_000

interface Storm {
  port: number
  tokens: string[]
  /** Messages that each device has missed. */
  missed: number
  withinMs: number
}

answerCalls({
  /**
   * ms from the first that comes until the server has the last one's acknowledgement, and how many were told to wait. All of them
   * stay until this process ends: that they leave at once again is not part of what is measured.
   */
  async comeBack({ port, tokens, missed, withinMs }: Storm) {
    let refused = 0
    const ms = await allOf(tokens, withinMs, async (token) => {
      for (;;) {
        const outcome = await catchUp(port, token, missed)
        if (outcome === 'level') return
        refused += 1
        await pause(outcome.retryAfterMs * (1 + Math.random()))
      }
    })
    return { ms, refused }
  },

  /** The same with plain HTTP, `bytes` for each. */
  async fetchBytes({ port, count, bytes, withinMs }: { port: number; count: number; bytes: number; withinMs: number }) {
    const ms = await allOf(Array(count).fill(bytes), withinMs, () => fetchOnce(port, bytes))
    return { ms }
  },
})

/** Begins with all of them, evenly over that time. */
async function allOf<T>(those: readonly T[], withinMs: number, run: (it: T) => Promise<void>): Promise<number> {
  const began = performance.now()
  await Promise.all(
    those.map(async (it, index) => {
      await pause((index / those.length) * withinMs)
      await run(it)
    }),
  )
  return performance.now() - began
}

type Outcome = 'level' | { retryAfterMs: number }

function catchUp(port: number, token: string, missed: number): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
  let greeted = false
  const connection = connect({
    port,
    token,
    onEvent() {
      if (greeted) return
      greeted = true
      connection.request('pull', '{"after":0,"limit":2000}', (answer) => {
        const batch = missedIn(answer)
        if (batch?.messages !== missed || batch.upTo !== batch.head)
          return reject(new Error(answer.toString('latin1', 0, 500)))
        connection.request('ack', JSON.stringify({ version: batch.upTo, digest: batch.digest }), (acknowledged) => {
          if (acknowledged.includes('"ok":true')) resolve('level')
          else reject(new Error(acknowledged.toString()))
        })
      })
    },
    onEnd: (why) => resolve({ retryAfterMs: Number(/"retryAfterMs":(\d+)/.exec(why)?.[1] ?? RETRY_MS) }),
  })
  return promise
}

function fetchOnce(port: number, bytes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = 0
    const socket = createConnection({ port, host: '127.0.0.1' }, () =>
      socket.write(`GET /${bytes} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`),
    )
    socket.on('data', (chunk) => {
      received += chunk.length
    })
    socket.on('error', reject)
    socket.on('close', () => (received > bytes ? resolve() : reject(new Error(`${received} of ${bytes} bytes`))))
  })
}
