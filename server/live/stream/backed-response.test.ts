import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { limits } from '../../../lib/protocol/limits.ts'
import { createBackedResponse } from './backed-response.ts'

/** An answer on a real connection, and its reader, which reads nothing yet. */
async function answer(): Promise<{ response: ServerResponse; reader: IncomingMessage }> {
  const response = Promise.withResolvers<ServerResponse>()
  const server = createServer((_request, it) => {
    it.flushHeaders()
    response.resolve(it)
  })
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const reader = await new Promise<IncomingMessage>((resolve) => get({ port, host: '127.0.0.1' }, resolve))
  reader.on('error', () => {})
  return { response: await response.promise, reader }
}

const piece = 'x'.repeat(limits.pushBacklogBytes)

test('a reader that takes nothing fills it, and one that reads again empties it', async () => {
  const { response, reader } = await answer()
  const { backlog, write } = createBackedResponse(response)
  expect(backlog.isFull()).toBe(false)
  await backlog.emptied()
  for (let n = 0; n < 16; n++) write(piece)
  expect(backlog.isFull()).toBe(true)
  let drained = false
  const waiting = backlog.drained().then(() => {
    drained = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(drained).toBe(false)
  reader.resume()
  await waiting
  expect(backlog.isFull()).toBe(false)
  await backlog.emptied()
  expect(response.writableLength).toBe(0)
})

test('a reader that is gone keeps nothing waiting', async () => {
  const { response, reader } = await answer()
  const { backlog, write } = createBackedResponse(response)
  for (let n = 0; n < 16; n++) write(piece)
  const waiting = backlog.emptied()
  reader.destroy()
  await waiting
  expect(backlog.isFull()).toBe(false)
})
