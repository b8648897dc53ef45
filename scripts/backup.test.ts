import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { pathOf } from '../lib/protocol/calls.ts'
import { writeMoveMarker } from '../server/config/move-marker.ts'
import { signUp } from '../tests/kit/clients/account.ts'
import { createHttpClient } from '../tests/kit/clients/http-client.ts'
import { createTestDevice } from '../tests/kit/clients/test-device.ts'
import { startServerProcess } from '../tests/kit/server/server-process.ts'
import { roost } from './testing/run-roost.ts'

test('backup while it serves, restore once it has stopped', { timeout: 120_000 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'roost-commands-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const env = { DATA_DIR: join(dir, 'data') }
  const first = startServerProcess(env)
  onTestFinished(() => void first.process.kill('SIGKILL'))
  const url = await first.ready
  const http = createHttpClient(url)
  const account = await signUp(http)
  const [desk, phone] = [
    await createTestDevice(url, account, 'Desk'),
    await createTestDevice(url, account, 'Old phone'),
  ]
  await desk.send([{ content: 'in the backup' }])

  const file = join(dir, 'saved.db')
  const contents = '1 message and 2 devices of 1 account'
  expect(await roost(env, 'backup', file)).toEqual({
    code: 0,
    said: `Backed up to ${file}: ${contents}, checked.`,
  })
  const byDefault = await roost(env, 'backup')
  expect(byDefault.said).toMatch(/data\/backups\/roost-[\dT.-]+Z\.db: /)
  expect(await roost(env, 'backup', file)).toEqual({
    code: 1,
    said: `${file} is there already: name a file that is not`,
  })
  await desk.send([{ content: 'after it' }])
  await http('DELETE', `${pathOf('listDevices')}/${phone.deviceId}`, { cookie: account.cookie })

  const early = await roost(env, 'restore', file)
  expect(early.code).toBe(1)
  expect(early.said).toBe(`DATA_DIR: another Roost runs on ${env.DATA_DIR}; stop it first, or set another directory`)
  first.process.kill('SIGTERM')
  await first.ended
  const restored = await roost(env, 'restore', file)
  expect(restored.code, restored.said).toBe(0)
  const lines = restored.said.split('\n')
  expect(lines[0]).toBe(`Restored: ${contents}.`.replace('2 devices', '1 device'))
  const replaced = /^The database that was in use is now (.*)\.$/.exec(lines[1] ?? '')?.[1]
  expect(existsSync(replaced ?? '')).toBe(true)
  expect(lines.at(-1)).toBe(
    `Removed again, because they were removed after the backup: "Old phone" (${phone.deviceId}).`,
  )

  await using second = startServerProcess(env)
  const again = createHttpClient(await second.ready)
  const pulled = await again('GET', `${pathOf('pull')}?after=0`, { token: desk.token })
  expect(pulled.json.messages.map((it: { content: string }) => it.content)).toEqual(['in the backup'])
})

test('what has moved to PostgreSQL is neither backed up from nor restored to where it was', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'roost-commands-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  writeMoveMarker(dir, 'postgres://roost:hidden@db.example/roost')
  for (const name of ['backup', 'restore']) {
    const { code, said } = await roost({ DATA_DIR: dir }, name, 'any.db')
    expect([code, said]).toEqual([1, expect.stringMatching(/^DATA_DIR: what was in .* has moved to PostgreSQL; set /)])
  }
})
