import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createProxy } from './proxy.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const it of cleanups.splice(0)) await it()
})

/** A connection through a proxy to a server that answers everything with itself. */
async function setUp() {
  const heard: string[] = []
  const behind = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      heard.push(chunk.toString())
      socket.write(chunk)
    })
  })
  behind.listen(0, '127.0.0.1')
  await once(behind, 'listening')
  const proxy = await createProxy()
  proxy.aimAt(`http://127.0.0.1:${(behind.address() as AddressInfo).port}`)
  const socket: Socket = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  cleanups.push(
    () => proxy.close(),
    () => socket.destroy(),
    () => behind.close(),
  )
  const answer = async () => String((await once(socket, 'data'))[0])
  socket.write('hello')
  expect(await answer()).toBe('hello')
  return { proxy, socket, heard, answer }
}

test('cuts what is open, and lets the next one through', async () => {
  const { proxy, socket } = await setUp()
  const closed = once(socket, 'close')
  expect(proxy.cut()).toBe(1)
  await closed
  const next = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  cleanups.push(() => next.destroy())
  next.write('again')
  expect(String((await once(next, 'data'))[0])).toBe('again')
})

test('a halved piece arrives as its half, and is the last one', async () => {
  const { proxy, socket, answer } = await setUp()
  proxy.halve('down')
  const closed = once(socket, 'close')
  socket.write('12345678')
  expect(await answer()).toBe('1234')
  await closed
})

test('what is stalled in one direction waits, and arrives whole; the other direction goes on', async () => {
  const { proxy, socket, heard, answer } = await setUp()
  proxy.stall('down')
  let answered = false
  const late = answer().then((it) => {
    answered = true
    return it
  })
  socket.write('one way')
  await expect.poll(() => heard).toContain('one way')
  expect(answered).toBe(false)
  proxy.clear()
  expect(await late).toBe('one way')
})

test('a delay is kept', async () => {
  const { proxy, socket, answer } = await setUp()
  proxy.delay(100)
  const began = performance.now()
  socket.write('late')
  await answer()
  expect(performance.now() - began).toBeGreaterThan(180)
})

test('a chunk that its inspection refuses is dropped with its connection', async () => {
  const { proxy, socket, heard, answer } = await setUp()
  proxy.inspect((chunk, direction) => (direction === 'up' && chunk.includes('commit') ? 'cut' : 'pass'))
  socket.write('begin')
  expect(await answer()).toBe('begin')
  const closed = once(socket, 'close')
  socket.write('commit')
  await closed
  expect(heard).toEqual(['hello', 'begin'])
})
