import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Hint, hintSchema } from '../../../lib/protocol/push.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import type { Network } from '../../../server/push/lookup.ts'
import { createPushBrowser, type PushBrowser } from './browser.ts'
import { selfSigned } from './certificate.ts'
import { faultOfVapid } from './check-vapid.ts'

const NAME = 'push.example.test'

/** A hint as its browser has decrypted it. */
export interface ReceivedHint extends Hint {
  endpoint: string
  urgency: string | undefined
  topic: string | undefined
  ttl: number
}

/** A status with headers, or `hang`: no answer at all. */
export type PushAnswer = { status: number; headers?: Record<string, string> } | 'hang'

export interface PushServiceDouble {
  /** Lets the server under test reach it. */
  network: Network
  /** A new browser, subscribed with the key of a server. */
  browser(serverKey: string): PushBrowser
  /** An endpoint whose requests are checked as all others and then handed on: a real browser decrypts them by itself. */
  relay(serverKey: string, deliver: (body: Buffer) => void): string
  /** In the order of their arrival, also those that were answered with an error. */
  hints: ReceivedHint[]
  /** Requests that break RFC 8030, 8291 or 8292, with the reason. */
  faults: string[]
  /** How the next requests are answered, one after the other; then again 201. */
  answerNext(...answers: PushAnswer[]): void
  /** Sockets that were opened to it. */
  connections(): number
  /** Resolves once there are so many hints. */
  until(count: number): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

interface Subscribed {
  serverKey: string
  browser?: PushBrowser
  deliver?: (body: Buffer) => void
}

/** Every name leads to this machine, and a service with this certificate is trusted. */
export const networkHere = (ca: string): Network => ({
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  isPublic: () => true,
  ca,
})

/**
 * A push service on this machine, over TLS: it checks every request and decrypts it with the browser's keys.
 *
 *     await using service = await startPushService()
 *     await using server = await startServer({}, { network: service.network })
 *     const { json: about } = await server.http('GET', '/v1/about')
 *     const { subscription } = service.browser(about.pushKey)
 *     await server.http('PUT', '/v1/push', { token: phone.token, json: subscription })
 *     await desk.send([{ content: 'wake up' }])
 *     await service.until(1)
 *     service.answerNext({ status: 410 }, 'hang')
 */
export async function startPushService(): Promise<PushServiceDouble> {
  const { cert, key } = await selfSigned(NAME)
  const subscriptions = new Map<string, Subscribed>()
  const hints: ReceivedHint[] = []
  const faults: string[] = []
  const answers: PushAnswer[] = []
  const waiting = new Set<() => void>()
  let connections = 0

  const server = createServer({ cert, key }, (request, response) => void receive(request, response))
  server.on('connection', () => (connections += 1))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `https://${NAME}:${(server.address() as AddressInfo).port}`

  async function receive(request: IncomingMessage, response: ServerResponse) {
    try {
      const body = Buffer.concat(await request.toArray())
      const { deliver, browser } = subscribed(request, body)
      if (browser) hints.push(read(request, browser.decrypt(body)))
      deliver?.(body)
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error))
      response.writeHead(400).end()
      return
    } finally {
      for (const look of waiting) look()
    }
    const answer = answers.shift() ?? { status: 201, headers: { Location: `${origin}/m/${randomUUID()}` } }
    if (answer !== 'hang') response.writeHead(answer.status, answer.headers).end()
  }

  /** @throws when the request breaks one of the RFCs. */
  function subscribed({ method, url = '', headers }: IncomingMessage, body: Buffer): Subscribed {
    const found = subscriptions.get(origin + url)
    if (method !== 'POST' || !found) throw new Error(`${method} ${url} is no subscription`)
    const fault = faultOfVapid(headers.authorization, origin, found.serverKey)
    if (fault) throw new Error(`VAPID: ${fault}`)
    if (headers['content-encoding'] !== 'aes128gcm') throw new Error('Content-Encoding')
    if (body.length > 4096) throw new Error('larger than push services must take')
    return found
  }

  function read({ url = '', headers }: IncomingMessage, text: string): ReceivedHint {
    const hint = parse(hintSchema, JSON.parse(text))
    const { urgency, topic, ttl } = headers as Record<string, string | undefined>
    return { ...hint, endpoint: origin + url, urgency, topic, ttl: Number(ttl) }
  }

  const newEndpoint = () => `${origin}/send/${randomUUID()}`

  return {
    network: networkHere(cert),
    hints,
    faults,
    browser(serverKey) {
      const browser = createPushBrowser(newEndpoint())
      subscriptions.set(browser.subscription.endpoint, { serverKey, browser })
      return browser
    },
    relay(serverKey, deliver) {
      const endpoint = newEndpoint()
      subscriptions.set(endpoint, { serverKey, deliver })
      return endpoint
    },
    answerNext: (...next) => void answers.push(...next),
    connections: () => connections,
    until: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (hints.length + faults.length < count) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
