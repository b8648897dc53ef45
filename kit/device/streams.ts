import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Batch } from '../server/wire.ts'
import { type Account, bearerOf, checkPosition, features, identify, positionIn, Refusal } from './answer-call.ts'

/** The streams that the client holds open, and what goes out on them. */
export interface Streams {
  open(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void
  count(): number
  /** Whether the client has ever opened one. */
  everOpened(): boolean
  /** The honest feed of these versions; nothing while `silence` holds. */
  feed(from: number, upTo: number): void
  silence(on: boolean): void
  /** Any event, true or not. */
  emit(event: string, data: unknown): void
  batch(batch: Batch): void
  /** Half of an event, and then the line is cut. */
  cutInside(batch: Batch): void
  cut(): void
  end(): void
}

export function createStreams(account: Account, tell: () => void): Streams {
  const open = new Set<ServerResponse>()
  let isSilent = false
  let ever = false

  const write = (text: string) => {
    for (const it of open) it.write(text)
  }
  const textOf = (event: string, data: unknown, id?: number) =>
    `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`

  /** @throws Refusal after `hello`, as the page says. */
  function greet(response: ServerResponse, request: IncomingMessage, query: URLSearchParams) {
    const { history, client, userId, heartbeatMs, lastReceivedVersion, readUpTo } = account
    const { head, floor } = history
    const position = { head, floor, digest: history.digestAt(head), lastReceivedVersion, readUpTo }
    const hello = { userId, deviceId: client, heartbeatMs, protocol: '1.1', features: features(account), ...position }
    response.write(textOf('hello', hello))
    const last = request.headers['last-event-id']
    if (last !== undefined) checkPosition(account, Number(last), null)
    let from = last === undefined ? positionIn(account, query) : Number(last)
    while (from < head) {
      const batch = history.batch(client, from)
      response.write(textOf('batch', batch, batch.upTo))
      from = batch.upTo
    }
  }

  const streams: Streams = {
    open(request, response, query) {
      if (!account.hasStream) return void response.writeHead(404).end(JSON.stringify({ error: { code: 'not_found' } }))
      try {
        identify(account, bearerOf(request))
      } catch (error) {
        const { status, error: body } = error as Refusal
        return void response
          .writeHead(status, { 'Content-Type': 'application/json' })
          .end(JSON.stringify({ error: body }))
      }
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      try {
        greet(response, request, query)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return void response.end(textOf('error', error.error))
      }
      ever = true
      open.add(response)
      response.once('close', () => {
        open.delete(response)
        tell()
      })
      response.on('error', () => {})
    },
    count: () => open.size,
    everOpened: () => ever,
    feed(from, upTo) {
      if (!isSilent) streams.batch(account.history.batch(account.client, from, { upTo }))
    },
    silence(on) {
      isSilent = on
    },
    emit: (event, data) => write(textOf(event, data)),
    batch: (batch) => write(textOf('batch', batch, batch.upTo)),
    cutInside(batch) {
      const text = textOf('batch', batch, batch.upTo)
      for (const it of open) it.write(text.slice(0, text.length / 2), () => it.destroy())
    },
    cut() {
      for (const it of open) it.destroy()
    },
    end() {
      for (const it of open) it.end()
    },
  }
  return streams
}
