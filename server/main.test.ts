import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { type ServerProcess, startServerProcess } from '../tests/kit/server/server-process.ts'

function start(env: Record<string, string> = {}): ServerProcess {
  const child = startServerProcess(env)
  onTestFinished(() => child[Symbol.asyncDispose]())
  return child
}

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'roost-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

const fileWith = (content: string) => {
  const file = join(newDir(), 'secret')
  writeFileSync(file, content)
  return file
}

async function freePortTaken(): Promise<number> {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  return (other.address() as { port: number }).port
}

function fromTheFuture(): string {
  const dataDir = newDir()
  const db = new DatabaseSync(join(dataDir, 'roost.db'))
  db.exec('PRAGMA user_version = 9999')
  db.close()
  return dataDir
}

test.each<[string, RegExp, () => Promise<Record<string, string>> | Record<string, string>]>([
  ['an unknown SIGNUP', /SIGNUP: must be "first", "open" or "closed"/, () => ({ SIGNUP: 'maybe' })],
  ['a PORT in use', /PORT: \d+ is in use/, async () => ({ PORT: String(await freePortTaken()) })],
  ['a HOST that is not here', /HOST: 192\.0\.2\.1 is not an address of this machine/, () => ({ HOST: '192.0.2.1' })],
  ['a DATA_DIR that is a file', /DATA_DIR: cannot write to/, () => ({ DATA_DIR: fileWith('x') })],
  ['a DATA_DIR in nowhere', /DATA_DIR: cannot write to/, () => ({ DATA_DIR: '/proc/roost' })],
  ['a DATABASE_URL without a shared secret', /AUTH_SECRET: is needed with/, () => ({ DATABASE_URL: 'postgres://db' })],
  ['a REDIS_URL_FILE without a database', /set DATABASE_URL/, () => ({ REDIS_URL_FILE: fileWith('redis://bus') })],
  [
    'a damaged auth-secret',
    /auth-secret is damaged/,
    () => {
      const dataDir = newDir()
      writeFileSync(join(dataDir, 'auth-secret'), 'short')
      return { DATA_DIR: dataDir }
    },
  ],
  [
    'a damaged vapid-key',
    /vapid-key is damaged/,
    () => {
      const dataDir = newDir()
      writeFileSync(join(dataDir, 'vapid-key'), 'short')
      return { DATA_DIR: dataDir }
    },
  ],
  ['a database of a newer program', /newer Roost/, () => ({ DATA_DIR: fromTheFuture() })],
])('%s stops it with one readable line', async (_name, line, env) => {
  const child = start(await env())
  expect(await child.ended).toBe(1)
  expect(child.output()).toMatch(line)
  expect(child.output().trim().split('\n')).toHaveLength(1)
  expect(child.output()).not.toMatch(/\n\s+at /)
})

test('what it keeps is for nobody else on the machine, and its secret is made once', async () => {
  const first = start()
  await first.ready
  const file = join(first.dataDir, 'auth-secret')
  const secret = readFileSync(file, 'utf8')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(join(first.dataDir, 'roost.db')).mode & 0o077).toBe(0)
  first.process.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  chmodSync(file, 0o400)
  const second = start({ DATA_DIR: first.dataDir })
  await second.ready
  expect(readFileSync(file, 'utf8')).toBe(secret)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0', async (signal) => {
  const child = start({ LOG_LEVEL: 'silent' })
  const url = await child.ready
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  child.process.kill(signal)
  expect(await child.ended).toBe(0)
})

test('a second signal ends it at once, whatever is under way', async () => {
  const child = start()
  const url = await child.ready
  // A body that never comes keeps a call in flight.
  const headers = { 'Content-Length': '1000', Expect: '100-continue' }
  const hanging = request(`${url}/api/auth/sign-in/email`, { method: 'POST', headers }).on('error', () => {})
  await new Promise((resolve) => hanging.on('continue', resolve).flushHeaders())
  child.process.kill('SIGTERM')
  while (!child.output().includes('stopping')) await once(child.process.stdout as Readable, 'data')
  child.process.kill('SIGTERM')
  expect(await child.ended).toBe(1)
})

test('neither content nor tokens are logged, whatever the level', async () => {
  const child = start({ LOG_LEVEL: 'trace' })
  const url = await child.ready
  const json = { 'Content-Type': 'application/json' }
  const email = 'robin@example.test'
  const account = { name: 'Robin', email, password: 'correct horse battery' }
  const up = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(account),
  })
  const cookie = up.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const body = JSON.stringify({ name: 'laptop' })
  const made = await fetch(`${url}/v1/devices`, { method: 'POST', headers: { ...json, cookie }, body })
  const { token } = (await made.json()) as { token: string }
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'text/plain' }
  expect((await fetch(`${url}/v1/messages`, { method: 'POST', headers, body: 'a secret' })).status).toBe(200)
  child.process.kill('SIGTERM')
  await child.ended
  expect(child.output()).toContain('/v1/messages')
  const [, , secretPart = ''] = token.split('.')
  for (const secret of ['a secret', token, secretPart, cookie, email, 'battery']) {
    expect(secret).not.toBe('')
    expect(child.output()).not.toContain(secret)
  }
})
