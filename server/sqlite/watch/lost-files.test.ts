import { cpSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { signUp } from '../../../tests/kit/clients/account.ts'
import { createHttpClient } from '../../../tests/kit/clients/http-client.ts'
import { createTestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServerProcess } from '../../../tests/kit/server/server-process.ts'
import { temporaryFolder } from '../../core/ports/store-contract/kit.ts'

const losses: [string, string, (dir: string) => void][] = [
  ['roost.db is deleted', 'roost.db', (dir) => rmSync(join(dir, 'roost.db'))],
  ['roost.db is moved', 'roost.db', (dir) => renameSync(join(dir, 'roost.db'), join(dir, 'old.db'))],
  ['roost.db is replaced', 'roost.db', (dir) => replace(join(dir, 'roost.db'))],
  ['the log beside it is deleted', 'roost.db-wal', (dir) => rmSync(join(dir, 'roost.db-wal'))],
  ['the shared memory beside it is deleted', 'roost.db-shm', (dir) => rmSync(join(dir, 'roost.db-shm'))],
  ['the lock is deleted', 'lock', (dir) => rmSync(join(dir, 'lock'))],
  ['the whole folder is replaced', 'roost.db', (dir) => replaceFolder(dir)],
]

function replace(file: string) {
  cpSync(file, `${file}.copy`)
  renameSync(`${file}.copy`, file)
}

function replaceFolder(dir: string) {
  renameSync(dir, `${dir}-old`)
  cpSync(`${dir}-old`, dir, { recursive: true })
}

test.each(losses)(
  '%s under a running server: it takes nothing more, is not ready, and says so once',
  async (_name, file, lose) => {
    const dataDir = join(await temporaryFolder(), 'data')
    await using server = startServerProcess({ DATA_DIR: dataDir })
    const url = await server.ready
    const http = createHttpClient(url)
    const account = await signUp(http)
    const device = await createTestDevice(url, account, 'Desk')
    await device.send([{ content: 'before' }])
    expect((await http('GET', '/readyz')).status).toBe(200)

    lose(dataDir)
    const text = { token: device.token, body: 'after', headers: { 'Content-Type': 'text/plain' } }
    const send = () => http('POST', '/v1/messages', text)
    await vi.waitFor(async () => expect((await send()).status).toBe(503), { timeout: 1_000, interval: 50 })
    expect(await send()).toMatchObject({ json: { error: { code: 'unavailable', retryAfterMs: expect.any(Number) } } })
    expect((await http('GET', '/v1/messages', { token: device.token })).status).toBe(503)
    expect((await http('GET', '/v1/devices', { cookie: account.cookie })).status).toBe(503)
    expect((await http('GET', '/readyz')).status).toBe(503)
    const lines = server
      .output()
      .split('\n')
      .filter((it) => it.includes('was deleted, moved or replaced under this server'))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ file: join(dataDir, file) })
  },
)

test('a file that was moved and is moved back is served again', async () => {
  const dataDir = await temporaryFolder()
  await using server = startServerProcess({ DATA_DIR: dataDir })
  const http = createHttpClient(await server.ready)
  const becomes = (status: number) =>
    vi.waitFor(async () => expect((await http('GET', '/readyz')).status).toBe(status), { timeout: 2_000 })
  const file = join(dataDir, 'roost.db')
  renameSync(file, `${file}.away`)
  await becomes(503)
  renameSync(`${file}.away`, file)
  await becomes(200)
})
