import { percentile } from '../statistics.ts'
import { sendOf } from './messages.ts'
import { openAll } from './open-all.ts'

/** Where a device connects, and as whom. */
export interface Endpoint {
  port: number
  token: string
}

export interface Late {
  /** The one device writes a message. */
  write(): void
  /** ms from a send to its arrival at the other device: the middle one, and the worst. Resolves when all have arrived. */
  end(): Promise<{ middle: number; worst: number }>
}

const WRITTEN = /"content":"sent at ([\d.]+)"/g

/** Two devices of one user, connected: what one writes the other waits for. */
export async function openLatencyPair(writer: Endpoint, reader: Endpoint): Promise<Late> {
  const late: number[] = []
  let sent = 0
  let onReceived = () => {}
  const writing = await openAll(writer.port, [writer.token])
  const reading = await openAll(reader.port, [reader.token], (event) => {
    const now = performance.now()
    for (const [, at] of event.toString().matchAll(WRITTEN)) late.push(now - Number(at))
    onReceived()
  })
  return {
    write() {
      sent += 1
      writing[0]?.request('send', sendOf(sent, `sent at ${performance.now()}`), () => {})
    },
    async end() {
      const { promise, resolve } = Promise.withResolvers<void>()
      onReceived = () => late.length >= sent && resolve()
      onReceived()
      await promise
      for (const connection of [...writing, ...reading]) connection.close()
      return { middle: percentile(late, 0.5), worst: percentile(late, 1) }
    },
  }
}
