import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished } from 'vitest'

export interface Call {
  path: string
  headers: IncomingHttpHeaders
  body: string
  /** The text of the message in the body. */
  content: string
}

export interface Receiver {
  url: string
  calls: readonly Call[]
  /** Says how the next calls are answered, in order; all further ones with 204. */
  answers(...next: Answer[]): void
  /** Resolves when so many calls have come. */
  hasCalls(count: number): Promise<void>
}

export type Answer = (response: ServerResponse, call: Call) => void

export const status =
  (code: number, headers: Record<string, string> = {}, said = ''): Answer =>
  (response) =>
    void response.writeHead(code, headers).end(said)
/** Leaves the call without an answer. */
export const hold: Answer = () => {}
/** Breaks the connection. */
export const drop: Answer = (response) => void response.destroy()

/** A real receiver of webhooks, until the test ends. */
export async function startReceiver(): Promise<Receiver> {
  const calls: Call[] = []
  let waiting: Answer[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const call = { path: request.url ?? '', headers: request.headers, body, content: JSON.parse(body).data.content }
    calls.push(call)
    const answer = waiting.shift() ?? status(204)
    answer(response, call)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=1`,
    calls,
    answers(...next) {
      waiting = next
    },
    hasCalls: (count) => expect.poll(() => calls.length).toBeGreaterThanOrEqual(count) as unknown as Promise<void>,
  }
}
