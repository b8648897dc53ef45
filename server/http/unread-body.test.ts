import { createConnection } from 'node:net'
import { expect, test, vi } from 'vitest'
import { limits } from '../../lib/protocol/limits.ts'
import { startServer } from '../../tests/kit/server/start-server.ts'

test('a device that pulls and pulls and never reads is told to wait, and can go on when it has let go', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const [device, other] = [await server.device(account), await server.device(account)]
  // More than the buffers of two sockets hold.
  await device.send(Array.from({ length: 120 }, () => ({ content: 'x'.repeat(limits.contentBytes) })))

  const request = `GET /v1/messages?after=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${device.token}\r\n\r\n`
  const deaf = Array.from({ length: 20 }, () => {
    const socket = createConnection(server.port, '127.0.0.1', () => socket.pause().write(request))
    return socket.on('error', () => {})
  })
  const status = async (token: string) => (await server.http('GET', '/v1/messages?after=0&limit=1', { token })).status
  const becomes = (token: string, expected: number) =>
    vi.waitFor(async () => expect(await status(token)).toBe(expected), { timeout: 20_000 })
  await becomes(device.token, 429)
  expect(await status(other.token)).toBe(200)
  for (const socket of deaf) socket.destroy()
  await becomes(device.token, 200)
})
