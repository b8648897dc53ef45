import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json as readJson } from 'node:stream/consumers'
import type { SendRequest } from '../server/wire.ts'
import { type Account, answerCall, bearerOf, Refusal } from './answer-call.ts'
import type { ClientCall, Fault, FaultRule } from './faults.ts'
import { createStreams, type Streams } from './streams.ts'

/** A server that does to one client what networks, crashes and operators do to it. */
export interface FaultyServer extends AsyncDisposable {
  readonly url: string
  readonly account: Account
  readonly streams: Streams
  /** Everything that the client asked, in order. */
  readonly calls: readonly ClientCall[]
  /** Decides about each call. */
  setFaults(rule: FaultRule): void
  /** No network: open connections are cut, and nothing is let through until `up`. */
  down(): void
  up(): void
  /** Runs `listener` after each call and each stream that opened or ended. Returns how to stop that. */
  onProgress(listener: () => void): () => void
  /** Stores a message as another device of the account, and feeds it to the streams unless told otherwise. */
  post(content: string, more?: Partial<SendRequest> & { fed?: boolean; by?: string }): string
}

export async function startFaultyServer(account: Account): Promise<FaultyServer> {
  const calls: ClientCall[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const it of listeners) it()
  }
  const streams = createStreams(account, tell)
  let faults: FaultRule = () => undefined
  let isDown = false

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://kit')
    const method = request.method ?? 'GET'
    const body = method === 'GET' || method === 'HEAD' ? undefined : await readJson(request).catch(() => undefined)
    const call: ClientCall = { name: nameOf(method, pathname), method, path: request.url ?? '', body }
    calls.push(call)
    const fault = isDown ? ({ kind: 'cut', when: 'before' } as const) : await faults(call)
    if (fault?.kind === 'cut' && fault.when === 'before') return void request.socket.destroy()
    if (fault?.kind === 'answer') return answer(response, fault.status, fault.body, fault.headers)
    if (call.name === 'stream') return streams.open(request, response, searchParams)
    act(request, response, call, searchParams, fault)
  }

  function act(
    request: IncomingMessage,
    response: ServerResponse,
    call: ClientCall,
    query: URLSearchParams,
    fault: Exclude<Fault, { kind: 'answer' }> | undefined,
  ) {
    const before = account.history.head
    const { status, json } = answerSafely(account, call, query, bearerOf(request))
    if (account.history.head > before) streams.feed(before, account.history.head)
    if (fault?.kind === 'cut' && fault.when === 'after') return void request.socket.destroy()
    const text = json === undefined ? '' : JSON.stringify(fault?.kind === 'change' ? fault.change(json) : json)
    if (fault?.kind !== 'cut') return answer(response, status, text)
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
    response.write(text.slice(0, text.length / 2), () => request.socket.destroy())
  }

  const server = createServer((request, response) => {
    request.on('error', () => {})
    void serve(request, response).finally(tell)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...{ url: `http://127.0.0.1:${port}`, account, streams, calls },
    setFaults: (rule) => {
      faults = rule
    },
    down() {
      isDown = true
      server.closeAllConnections()
    },
    up: () => {
      isDown = false
    },
    onProgress(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    post(content, { fed = true, by = account.other, ...more } = {}) {
      const before = account.history.head
      const messageId = randomUUID()
      const request = { messageId, receiverDeviceId: 'all', content, ...more }
      const result = account.history.append(by, request, account.devices)
      if (!result.ok) throw new Error(`the kit may not send this: ${result.error.message}`)
      if (fed) streams.feed(before, account.history.head)
      return request.messageId
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function nameOf(method: string, path: string): ClientCall['name'] {
  if (path === '/v1/messages') return method === 'GET' ? 'pull' : 'send'
  if (path === '/v1/ack') return 'ack'
  return path === '/v1/stream' ? 'stream' : 'other'
}

function answerSafely(account: Account, call: ClientCall, query: URLSearchParams, token: string | undefined) {
  try {
    return answerCall(account, call, query, token)
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, json: { error: error.error } }
    throw error
  }
}

function answer(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(text)
}
