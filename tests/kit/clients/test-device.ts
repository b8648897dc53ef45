import { randomUUID } from 'node:crypto'
import type { AckRequest, Batch, PullRequest } from '../../../lib/protocol/batch.ts'
import { pathOf } from '../../../lib/protocol/calls.ts'
import type { Credentials } from '../../../lib/protocol/device.ts'
import type { SendRequest, SendResult } from '../../../lib/protocol/send.ts'
import type { Account } from './account.ts'
import { createHttpClient, type HttpAnswer } from './http-client.ts'
import { connectLive, type Live } from './live.ts'

export interface TestDevice extends Credentials {
  /** Over HTTP; ids and the receiver are filled in. @throws when the whole request is refused. */
  send(messages: (Partial<SendRequest> & { content: string })[]): Promise<SendResult[]>
  pull(request?: PullRequest): Promise<Batch>
  ack(request: AckRequest): Promise<HttpAnswer>
  /** A new connection, after its `hello`. */
  connect(): Promise<Live>
  disconnectAll(): void
}

export async function createTestDevice(url: string, account: Account, name: string): Promise<TestDevice> {
  const http = createHttpClient(url)
  const made = await http('POST', pathOf('createDevice'), { cookie: account.cookie, json: { name } })
  if (made.status !== 201) throw new Error(`device: ${made.status} ${made.text}`)
  const credentials = made.json as Credentials
  const { token } = credentials
  const connections: Live[] = []
  return {
    ...credentials,
    async send(messages) {
      const json = { messages: messages.map((it) => ({ messageId: randomUUID(), receiverDeviceId: 'all', ...it })) }
      return expectOk(await http('POST', pathOf('send'), { token, json })).results
    },
    async pull(request = {}) {
      const query = new URLSearchParams(Object.entries(request).map(([key, value]) => [key, String(value)]))
      return expectOk(await http('GET', `${pathOf('pull')}?${query}`, { token }))
    },
    ack: (request) => http('POST', pathOf('acknowledge'), { token, json: request }),
    async connect() {
      const live = await connectLive(url, token)
      connections.push(live)
      return live
    },
    disconnectAll() {
      for (const live of connections) live.close()
    },
  }
}

function expectOk(answer: HttpAnswer) {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return answer.json
}
