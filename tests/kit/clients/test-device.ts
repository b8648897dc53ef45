import { randomUUID } from 'node:crypto'
import type { AckRequest, Batch, PullRequest } from '../../../lib/protocol/batch.ts'
import { pathOf } from '../../../lib/protocol/calls.ts'
import type { Credentials, DeviceInfo } from '../../../lib/protocol/device.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import type { Message } from '../../../lib/protocol/message.ts'
import type { SendRequest, SendResult } from '../../../lib/protocol/send.ts'
import { type Account, newDevice } from './account.ts'
import { createHttpClient, type HttpAnswer } from './http-client.ts'
import { connectLive, type Live } from './live.ts'

/** A device that speaks the wire and stores nothing. */
export type TestDevice = Credentials & DeviceCalls

export interface DeviceCalls {
  /** Sends over HTTP, and fills in ids and the receiver. @throws when the whole request is refused. */
  send(messages: (Partial<SendRequest> & { content: string })[]): Promise<SendResult[]>
  pull(request?: PullRequest): Promise<Batch>
  /** Pulls everything that the server has for this device, in order. Acknowledges nothing. */
  history(): Promise<Message[]>
  ack(request: AckRequest): Promise<HttpAnswer>
  /** The devices of its account, as the server lists them. */
  devices(): Promise<DeviceInfo[]>
  /** A new connection, after its `hello`. */
  connect(): Promise<Live>
  disconnectAll(): void
}

/** A new device of the account. */
export async function createTestDevice(url: string, account: Account, name: string): Promise<TestDevice> {
  return openTestDevice(url, await newDevice(createHttpClient(url), account, name))
}

/** A device that was made before. */
export function openTestDevice<T extends Pick<Credentials, 'token'>>(url: string, credentials: T): T & DeviceCalls {
  const http = createHttpClient(url)
  const { token } = credentials
  const connections: Live[] = []

  async function pull(request: PullRequest = {}): Promise<Batch> {
    const query = new URLSearchParams(Object.entries(request).map(([key, value]) => [key, String(value)]))
    return expectOk(await http('GET', `${pathOf('pull')}?${query}`, { token }))
  }
  return {
    ...credentials,
    pull,
    async send(messages) {
      const json = { messages: messages.map((it) => ({ messageId: randomUUID(), receiverDeviceId: 'all', ...it })) }
      return expectOk(await http('POST', pathOf('send'), { token, json })).results
    },
    async history() {
      const messages: Message[] = []
      for (let after = 0; ; ) {
        const batch = await pull({ after, limit: limits.pullMax })
        messages.push(...batch.messages)
        if (batch.upTo >= batch.head) return messages
        after = batch.upTo
      }
    },
    ack: (request) => http('POST', pathOf('acknowledge'), { token, json: request }),
    devices: async () => expectOk(await http('GET', pathOf('listDevices'), { token })).devices,
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
