import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { pathOf } from '../lib/protocol/calls.ts'
import { signUp } from '../tests/kit/clients/account.ts'
import { createHttpClient } from '../tests/kit/clients/http-client.ts'
import { createTestDevice } from '../tests/kit/clients/test-device.ts'
import { type ServerProcess, startServerProcess } from '../tests/kit/server/server-process.ts'
import { roost } from './testing/run-roost.ts'

const DAY = 24 * 60 * 60_000

test('after a leap of the clock retention holds, the server serves, and an operator lets it go on', {
  timeout: 120_000,
}, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'roost-retention-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const env = { DATA_DIR: dir, RETENTION_DAYS: '30' }
  const children: ServerProcess[] = []
  onTestFinished(() => {
    for (const it of children) it.process.kill('SIGKILL')
  })
  const start = () => {
    const child = startServerProcess(env)
    children.push(child)
    return child
  }
  const stop = async (child: ServerProcess) => {
    child.process.kill('SIGTERM')
    await child.ended
  }

  expect((await roost({ DATA_DIR: dir }, 'retention')).said).toBe('RETENTION_DAYS is 0: messages are kept for ever.')
  expect(await roost(env, 'retention')).toEqual({ code: 1, said: `There is no ${join(dir, 'roost.db')}` })
  const first = start()
  const url = await first.ready
  const device = await createTestDevice(url, await signUp(createHttpClient(url)), 'Desk')
  await device.send([{ content: 'not old at all' }])
  expect((await roost(env, 'retention')).said).toMatch(/^RETENTION_DAYS is 30: within the hour, messages older than 20/)
  await stop(first)

  // As if all of this had been 40 days ago, by a clock that nobody can ask any more.
  const db = new DatabaseSync(join(dir, 'roost.db'))
  db.exec(`UPDATE message SET timestamp = timestamp - ${40 * DAY}; UPDATE believed_time SET at = at - ${40 * DAY}`)
  db.close()
  const second = start()
  const http = createHttpClient(await second.ready)
  expect((await http('GET', '/readyz')).status).toBe(200)
  await expect.poll(() => second.output()).toContain('retention holds, because the clock has leapt ahead')
  const pulled = await http('GET', `${pathOf('pull')}?after=0`, { token: device.token })
  expect(pulled.json.messages).toHaveLength(1)
  const status = await roost(env, 'retention')
  expect(status.said).toMatch(
    /but nothing is removed: the clock says .*\nIf the clock is right: npm run roost -- retention --release$/,
  )
  expect((await roost(env, 'retention', '--release')).said).toMatch(/^RETENTION_DAYS is 30: within the hour/)
  await stop(second)

  const third = start()
  const again = createHttpClient(await third.ready)
  const gone = async () => (await again('GET', `${pathOf('pull')}?after=0`, { token: device.token })).json.error?.code
  await expect.poll(gone).toBe('cursor_expired')
})
