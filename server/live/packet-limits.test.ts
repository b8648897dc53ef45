import { createConnection, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'

const socketUrl = (server: TestServer) => `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`

/** A connection that has not authenticated. */
async function stranger(server: TestServer): Promise<{ socket: WebSocket; closed: Promise<unknown> }> {
  const socket = new WebSocket(socketUrl(server))
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
  await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }))
  return { socket, closed }
}

test('a stranger who goes on knocking is cut off', async () => {
  await using server = await startServer()
  const { socket, closed } = await stranger(server)
  let refusals = 0
  socket.addEventListener('message', () => {
    refusals += 1
  })
  for (let i = 0; i < 1_000; i++) socket.send('40{"token":"nonsense"}')
  await closed
  expect(refusals).toBeLessThan(20)
})

test('a stranger who says nothing, nor answers a goodbye, is gone after ten seconds and not after forty', async () => {
  await using server = await startServer()
  const socket = await silent(server)
  const began = performance.now()
  await new Promise((resolve) => socket.once('close', resolve))
  expect(performance.now() - began).toBeLessThan(25_000)
})

test('a stranger is not listened to for long', async () => {
  await using server = await startServer()
  const { socket, closed } = await stranger(server)
  socket.send(`40${JSON.stringify({ token: 'x'.repeat(1_000_000) })}`)
  await closed
})

test('a device that says far more than it may is cut off, and can come back; others notice nothing', async () => {
  await using server = await startServer({ rateLimit: true })
  const account = await server.signUp()
  const [loud, quiet] = [await server.device(account), await server.device(account)]
  const [noise, live] = [await loud.connect(), await quiet.connect()]
  for (let i = 0; i < 15_000; i++) noise.socket.emit('nothing')
  await noise.closed
  expect((await live.call('pull', {})).ok).toBe(true)
  expect((await server.http('GET', '/v1/messages', { token: quiet.token })).status).toBe(200)
})

test('a device that asks and never reads is cut off before its answers fill the memory', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const [device, witness] = [await server.device(account), await server.device(account)]
  const live = await witness.connect()
  const isOnline = () =>
    live
      .devices()
      .at(-1)
      ?.find((it) => it.deviceId === device.deviceId)?.online
  const socket = await deaf(server, device.token)
  await live.until(() => isOnline() === true)
  // Each answer has about 60 kB.
  const bad = masked(`427["send",{"messages":[${Array(500).fill(0).join(',')}]}]`)
  for (let i = 0; i < 3_000; i++) socket.write(bad)
  await live.until(() => isOnline() === false)
  socket.destroy()
  // The server checks half a million items until 64 MiB are unread: seconds of processor time, more on a busy machine.
}, 90_000)

/** A device that stops reading after the first packets. */
async function deaf(server: TestServer, token: string) {
  const socket = await silent(server)
  const greeted = heard(socket, '"hello"')
  socket.write(masked(`40${JSON.stringify({ token })}`))
  await greeted
  return socket.removeAllListeners('data').pause()
}

/** A WebSocket that sends nothing by itself, not even a close frame. */
async function silent(server: TestServer): Promise<Socket> {
  const socket = createConnection(server.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  )
  await heard(socket, '"sid"')
  return socket
}

function heard(socket: Socket, text: string): Promise<void> {
  return new Promise((resolve) => {
    let seen = ''
    socket.on('data', (chunk) => {
      seen += chunk
      if (seen.includes(text)) resolve()
    })
  })
}

/** A client's text frame, masked with zeros. */
function masked(text: string): Buffer {
  const content = Buffer.from(text)
  const head =
    content.length < 126 ? [0x81, 0x80 | content.length] : [0x81, 0xfe, content.length >> 8, content.length & 0xff]
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), content])
}
