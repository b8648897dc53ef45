import { expect, test, vi } from 'vitest'
import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { limits } from '../../lib/protocol/limits.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'

async function pulls(server: TestServer): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return Number(/^roost_call_seconds_count\{call="pull"\} (\d+)$/m.exec(text)?.[1] ?? 0)
}

test('what a device asked for before it went is not read any more', async () => {
  await using server = await startServer({ metrics: true })
  const account = await server.signUp()
  const [device, witness] = [await server.device(account), await server.device(account)]
  const other = await server.device(await server.signUp())
  await device.send(Array.from({ length: 60 }, () => ({ content: 'x'.repeat(limits.contentBytes) })))

  const live = await device.connect()
  const first = live.call('pull', { after: 0 })
  for (let n = 0; n < 300; n += 1) live.socket.emit('pull', { after: 0, limit: 2_000 }, () => {})
  await first
  live.close()
  await vi.waitFor(async () => {
    const { devices } = (await server.http('GET', '/v1/devices', { token: witness.token })).json as {
      devices: DeviceInfo[]
    }
    expect(devices.find((it) => it.deviceId === device.deviceId)?.online).toBe(false)
  })
  const before = await pulls(server)
  for (let n = 0; n < 20; n += 1) await other.pull({})
  expect(await pulls(server)).toBeLessThanOrEqual(before + 21)
})
