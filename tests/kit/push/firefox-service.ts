import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import type { PushServiceDouble } from './push-service.ts'

/** A stock Firefox says this to its push service, and more that subscribing and being told do not need. */
type Said =
  | { messageType: 'hello' }
  | { messageType: 'register'; channelID: string; key: string }
  | { messageType: 'unregister'; channelID: string }
  | { messageType: 'ack' | 'nack' | 'ping' | 'broadcast_subscribe' }

export interface FirefoxService {
  /** Preferences that lead a Firefox here, and let it show notifications without a desktop. */
  preferences: Record<string, string | number | boolean>
  [Symbol.asyncDispose](): Promise<void>
}

/** The side of a push service that a Firefox connects to: it subscribes here, and what `service` receives goes to it. */
export async function startFirefoxService(service: PushServiceDouble): Promise<FirefoxService> {
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(sockets, 'listening')

  sockets.on('connection', (socket) => {
    socket.on('message', (data) => answer(socket, JSON.parse(String(data))))
  })

  function answer(socket: WebSocket, said: Said): void {
    const say = (message: object) => socket.send(JSON.stringify(message))
    if (said.messageType === 'hello') {
      const uaid = randomUUID().replaceAll('-', '')
      say({ messageType: 'hello', status: 200, uaid, use_webpush: true, broadcasts: {} })
    } else if (said.messageType === 'register') {
      const { channelID, key } = said
      const deliver = (body: Buffer) => {
        const headers = { encoding: 'aes128gcm' }
        const data = body.toString('base64url')
        say({ messageType: 'notification', channelID, version: randomUUID(), data, headers })
      }
      const serverKey = key.replaceAll('=', '')
      say({ messageType: 'register', status: 200, channelID, pushEndpoint: service.relay(serverKey, deliver) })
    } else if (said.messageType === 'unregister') {
      say({ messageType: 'unregister', status: 200, channelID: said.channelID })
    }
  }

  return {
    preferences: {
      'dom.push.serverURL': `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/`,
      'dom.push.testing.allowInsecureServerURL': true,
      // Automation switches it off.
      'dom.push.connection.enabled': true,
      // The person has agreed.
      'permissions.default.desktop-notification': 1,
      'alerts.useSystemBackend': false,
    },
    async [Symbol.asyncDispose]() {
      for (const it of sockets.clients) it.terminate()
      sockets.close()
      await once(sockets, 'close')
    },
  }
}
