import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '../../../tests/kit/server/start-server.ts'
import { openSqliteStore } from '../../sqlite/open-sqlite-store.ts'
import { temporaryFolder } from '../ports/store-contract/kit.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test('after a start under a clock three days ahead, messages and devices have the time that it is', async () => {
  const dataDir = await temporaryFolder()
  const store = openSqliteStore(join(dataDir, 'roost.db'))
  await store.trustTime(Date.now() + 3 * DAY)
  await store.close()
  await using server = await startServer({ dataDir, retentionDays: 30 })
  const device = await server.device(await server.signUp())
  const [sent] = await device.send([{ content: 'now' }])
  const [listed] = (await server.http('GET', '/v1/devices', { token: device.token })).json.devices
  for (const at of [(sent as { timestamp: number }).timestamp, listed.createdAt, listed.lastSeen]) {
    expect(Math.abs(at - Date.now())).toBeLessThan(MINUTE)
  }
})
