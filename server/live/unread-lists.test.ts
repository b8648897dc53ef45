import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '../../lib/protocol/limits.ts'
import type { Live } from '../../tests/kit/clients/live.ts'
import { startServer } from '../../tests/kit/server/start-server.ts'

const CONNECTIONS = 15
const DEVICES = 100
const RENAMES = 250
/** Lists that would pile up take many times as much. */
const BOUND = 12 * 1024 * 1024

// A list every second would take minutes to fill what the kernel buffers.
const { devicesEventMs } = limits
const setPause = (ms: number) => void Object.assign(limits, { devicesEventMs: ms })
beforeAll(() => setPause(1))
afterAll(() => setPause(devicesEventMs))

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Everything that this process holds, the server's queues among it. */
function heldBytes(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function stopReading(live: Live): void {
  const { transport } = live.socket.io.engine as unknown as { transport: { ws: { _socket: { pause(): void } } } }
  transport.ws._socket.pause()
}

test('many connections that read nothing while devices are renamed cost no memory', { timeout: 120_000 }, async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const name = (n: number) => `${n} ${'🐦'.repeat(limits.nameLength - 6)}`
  const [first] = await Promise.all(Array.from({ length: DEVICES }, (_, n) => server.device(account, name(n))))
  if (!first) throw new Error('no device')
  const [reader, ...deaf] = await Promise.all(Array.from({ length: CONNECTIONS + 1 }, () => first.connect()))
  for (const it of deaf) stopReading(it)
  const rename = async (n: number) => {
    const path = `/v1/devices/${first.deviceId}`
    expect((await server.http('PATCH', path, { token: first.token, json: { name: name(n) } })).status).toBe(200)
  }
  for (let n = 0; n < 50; n += 1) await rename(n)
  const before = heldBytes()
  let most = 0
  for (let n = 0; n < RENAMES; n += 1) {
    await rename(n)
    reader?.events.splice(0)
    if (n % 100 === 99) most = Math.max(most, heldBytes() - before)
  }
  expect(most).toBeLessThan(BOUND)
})
