import { randomUUID } from 'node:crypto'
import { demand, short } from '../judge/demand.ts'
import type { Answer, Http } from './http.ts'
import { type EventStream, readStream } from './stream.ts'
import type { Batch, Message, SendRequest, SendResult, Stored } from './wire.ts'

export type Draft = Partial<SendRequest>

/** A device of the kit: it holds nothing, and does what a check tells it. */
export interface Device {
  readonly deviceId: string
  readonly token: string
  /** Sends as it is told, and answers the server's answer. */
  trySend(drafts: readonly unknown[]): Promise<Answer>
  /** Sends and answers the results. @throws Broken when the request was refused. */
  send(...drafts: readonly Draft[]): Promise<SendResult[]>
  /** Sends one message that has to be stored. */
  post(content: string, more?: Draft): Promise<Stored>
  tryPull(query?: Query): Promise<Answer>
  pull(query?: Query): Promise<Batch>
  /** Everything after a version, in pages. Checks that the pages follow on each other. */
  history(after?: number, limit?: number): Promise<Message[]>
  tryAck(version: number, digest?: string): Promise<Answer>
  inbox(): Promise<{ head: number; floor: number; digest: string; readUpTo: number }>
  /** The server's answer to `GET /v1/stream`; a stream has to be closed. */
  tryStream(query?: Query, headers?: Readonly<Record<string, string>>): Promise<Response & { stop: AbortController }>
  stream(query?: Query, headers?: Readonly<Record<string, string>>): Promise<EventStream>
}

type Query = Readonly<Record<string, string | number>>

/** A send with everything that it needs. */
export const complete = (draft: Draft): SendRequest => ({
  ...{ messageId: randomUUID(), receiverDeviceId: 'all', content: 'text' },
  ...draft,
})

const asText = (query: Query) => {
  const text = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString()
  return text && `?${text}`
}

export function createDevice(
  url: string,
  http: Http,
  { deviceId, token }: { deviceId: string; token: string },
): Device {
  const expectOk = (answer: Answer, what: string) => {
    demand(answer.status === 200, `${what} was answered with ${answer.status}: ${short(answer.json ?? answer.text)}`)
    return answer.json
  }
  const device: Device = {
    ...{ deviceId, token },
    trySend: (messages) => http('POST', '/v1/messages', { token, json: { messages } }),
    async send(...drafts) {
      const sent = drafts.map(complete)
      const { results } = expectOk(await device.trySend(sent), 'POST /v1/messages')
      demand(Array.isArray(results) && results.length === sent.length, 'a send has one result for each message')
      return results
    },
    async post(content, more = {}) {
      const [result] = await device.send({ content, ...more })
      demand(result?.ok === true, `a message was refused: ${short(result)}`)
      return result
    },
    tryPull: (query = {}) => http('GET', `/v1/messages${asText(query)}`, { token }),
    pull: async (query) => expectOk(await device.tryPull(query), 'GET /v1/messages'),
    async history(after, limit = 500) {
      const messages: Message[] = []
      let from = after ?? (await device.inbox()).floor
      for (;;) {
        const batch = await device.pull({ after: from, limit })
        demand(batch.from === from, `a pull after ${from} was answered with a range from ${batch.from}`)
        messages.push(...batch.messages)
        if (batch.upTo === batch.head) return messages
        demand(batch.upTo > from, `a pull after ${from} with head ${batch.head} does not move on`)
        from = batch.upTo
      }
    },
    tryAck: (version, digest) =>
      http('POST', '/v1/ack', { token, json: { version, ...(digest === undefined ? {} : { digest }) } }),
    inbox: async () => expectOk(await http('GET', '/v1/inbox', { token }), 'GET /v1/inbox'),
    async tryStream(query = {}, headers = {}) {
      const stop = new AbortController()
      const sent = { ...headers, Authorization: `Bearer ${token}` }
      const response = await fetch(`${url}/v1/stream${asText(query)}`, { headers: sent, signal: stop.signal })
      return Object.assign(response, { stop })
    },
    async stream(query, headers) {
      const response = await device.tryStream(query, headers)
      demand(response.status === 200, `GET /v1/stream was answered with ${response.status}`)
      return readStream(response, response.stop)
    },
  }
  return device
}
