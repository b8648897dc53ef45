import { randomUUID } from 'node:crypto'
import { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { startServer } from '../../tests/kit/server/start-server.ts'

const MANY = 64

test('what one turn of the loop has to tell a device leaves in one write', async () => {
  await using server = await startServer()
  const device = await server.device(await server.signUp())
  const live = await device.connect()
  await live.until(() => live.devices().length > 0)
  const port = Number(new URL(server.url).port)

  const writes = vi.spyOn(Socket.prototype as unknown as { _writev(): void }, '_writev')
  const items = Array.from({ length: MANY }, () => ({ messageId: randomUUID(), receiverDeviceId: 'all', content: 'x' }))
  await Promise.all(items.map((it) => live.call('send', { messages: [it] })))
  await live.until(() => live.batches().at(-1)?.upTo === MANY)

  const sockets = writes.mock.contexts as unknown[] as Socket[]
  const here = sockets.filter((it) => it.localPort === port)
  expect(here.length).toBeGreaterThan(0)
  expect(here.length).toBeLessThan(MANY / 2)
  live.close()
})
