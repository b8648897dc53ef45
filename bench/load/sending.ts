import type { Connection } from './connection.ts'

const IN_FLIGHT = 64
const FAILED = '"ok":false'

/** Sends so many messages in all, with so many of them in flight on each connection. Resolves with the last acknowledgement. */
export function keepSending(
  connections: readonly Connection[],
  messages: number,
  payloadOf: (n: number) => string,
  inFlight: number = IN_FLIGHT,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let sent = 0
  let answered = 0

  function next(connection: Connection) {
    if (sent === messages) return
    connection.request('send', payloadOf(sent++), (answer) => {
      if (answer.includes(FAILED)) return reject(new Error(answer.toString()))
      if (++answered === messages) resolve()
      next(connection)
    })
  }

  for (let n = 0; n < inFlight; n++) for (const connection of connections) next(connection)
  return promise
}
