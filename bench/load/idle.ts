import { answerCalls } from '../parts/calls.ts'
import type { Connection } from './connection.ts'
import { openAll } from './open-all.ts'

/** Devices that connect and then say nothing. */

let connections: Connection[] = []

const AT_ONCE = 100

answerCalls({
  /** So many at a time that none has to wait for long. */
  async open({ port, tokens }: { port: number; tokens: string[] }) {
    connections = []
    for (let first = 0; first < tokens.length; first += AT_ONCE) {
      connections.push(...(await openAll(port, tokens.slice(first, first + AT_ONCE))))
    }
  },
  close() {
    for (const connection of connections) connection.close()
  },
})
