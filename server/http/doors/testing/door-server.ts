import { pathOf } from '../../../../lib/protocol/calls.ts'
import type { Message } from '../../../../lib/protocol/message.ts'
import type { TestDevice } from '../../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../../tests/kit/server/start-server.ts'

export interface DoorServer {
  server: TestServer
  /** A device that reads. */
  desk: TestDevice
  /** The token of a device that may only send. */
  token: string
  newest(): Promise<Message | undefined>
  /** The content and the type of the newest message. */
  said(): Promise<readonly [string | undefined, string | undefined]>
  [Symbol.asyncDispose](): Promise<void>
}

/** A server with an account, a device that reads, and one that only sends. */
export async function startDoorServer(changes: Parameters<typeof startServer>[0] = {}): Promise<DoorServer> {
  const server = await startServer(changes)
  const account = await server.signUp()
  const desk = await server.device(account, 'Desk')
  const json = { name: 'Monitor', access: 'send' }
  const made = await server.http('POST', pathOf('createDevice'), { cookie: account.cookie, json })
  const newest = async () => (await desk.history()).at(-1)
  return {
    ...{ server, desk, token: made.json.token, newest },
    async said() {
      const message = await newest()
      return [message?.content, message?.contentType]
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
