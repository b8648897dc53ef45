import { answerCalls } from '../parts/calls.ts'
import type { Connection } from './connection.ts'
import { openAll } from './open-all.ts'

/** Devices that ask whether there is anything new, as each of them does on its heartbeat, and find nothing. */

let connections: Connection[] = []

answerCalls({
  async open({ port, tokens }: { port: number; tokens: string[] }) {
    connections = await openAll(port, tokens)
  },
  /** Each asks so often, one time after the other. */
  async run({ times }: { times: number }) {
    await Promise.all(
      connections.map(async (connection) => {
        for (let n = 0; n < times; n++) await new Promise((resolve) => connection.request('pull', '{}', resolve))
      }),
    )
  },
})
