import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { createFileClient } from '../../../tests/kit/clients/files.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'
import { readConfig } from '../../config/config.ts'
import { writeMoveMarker } from '../../config/move-marker.ts'
import { temporaryFolder } from '../../core/ports/store-contract/kit.ts'
import { pathIn } from '../../files/directory-bytes.ts'
import { filesIn } from '../../open-files.ts'
import { migrations } from '../../sqlite/database/migrations.ts'
import { judge } from './certificate.ts'
import { checkClock } from './clock.ts'
import { space } from './disk.ts'
import { examine } from './examine.ts'
import { report } from './finding.ts'

const config = (dataDir: string, env: Record<string, string> = {}) =>
  readConfig({ DATA_DIR: dataDir, PORT: '1', ...env })

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

test('a server that is well, as people reach it', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const device = await server.device(account)
  await device.send([{ content: 'x' }])
  await createFileClient(server.http, device.token).upload('a file')
  const env = { BASE_URL: server.url, PORT: String(server.port) }
  const { lines, exitCode } = report(await examine(config(server.dataDir, env)))
  expect(lines.map((it) => it.replace(/ +/g, ' '))).toEqual([
    'ok settings fit together',
    expect.stringMatching(/^ok disk [\d.]+ GB free for /),
    'ok disk nobody else may look into it',
    `ok database whole, schema ${migrations.length}: 1 message and 1 device of 1 account`,
    expect.stringMatching(/^ok clock 20/),
    'ok files 1 file, all there',
    `ok server ${server.url} is ready`,
    `ok outside ${server.url} is ready`,
    `ok live WebSockets get through to ${server.url}`,
  ])
  expect(exitCode).toBe(0)
})

test('a file whose bytes are gone is bad', async () => {
  await using server = await startServer()
  const device = await server.device(await server.signUp())
  const files = createFileClient(server.http, device.token)
  const [, gone] = [await files.upload('here'), await files.upload('gone')]
  rmSync(pathIn(filesIn(server.dataDir), gone))
  const [found] = (await examine(config(server.dataDir))).filter((it) => it.part === 'files')
  expect(found).toMatchObject({ state: 'bad', says: expect.stringMatching(/^the bytes of 1 of 2 files are not in /) })
})

test('before the first start nothing is bad', async () => {
  const { lines, exitCode } = report(await examine(config(await temporaryFolder())))
  expect(exitCode).toBe(0)
  expect(lines.join('\n')).toMatch(
    /^warn +settings +BASE_URL is not set[\s\S]+not there yet[\s\S]+warn +server .+does not answer/,
  )
})

test('what does not fit together', async () => {
  const env = { BASE_URL: 'https://127.0.0.1:1', METRICS: 'on', RATE_LIMIT: 'off' }
  const found = await examine(config(await temporaryFolder(), env))
  const says = found.filter((it) => it.part === 'settings').map((it) => it.says)
  expect(says).toEqual([expect.stringMatching(/TRUST_PROXY is off/), 'RATE_LIMIT is off'])
  expect(found.filter((it) => it.state === 'bad').map((it) => it.part)).toEqual(['certificate', 'outside', 'live'])
})

test('a damaged database, one of a newer program, and a directory that others may look into', async () => {
  const dataDir = await temporaryFolder()
  const file = join(dataDir, 'roost.db')
  const inspect = async () => (await examine(config(dataDir))).filter((it) => it.part === 'database')
  const db = new DatabaseSync(file)
  db.exec('PRAGMA user_version = 9999')
  db.close()
  expect(await inspect()).toMatchObject([{ state: 'bad', says: expect.stringMatching(/newer Roost/) }])
  writeFileSync(file, 'no database at all, but long enough to be looked at'.repeat(100))
  expect(await inspect()).toMatchObject([{ state: 'bad', says: expect.stringMatching(/not a database/) }])
  rmSync(file)
  chmodSync(dataDir, 0o755)
  expect(await examine(config(dataDir))).toContainEqual(expect.objectContaining({ part: 'disk', state: 'warn' }))
})

test('a directory whose Roost has moved to PostgreSQL is not well, whatever its database looks like', async () => {
  const dataDir = await temporaryFolder()
  writeMoveMarker(dataDir, 'postgres://roost:hidden@db.example/roost')
  const found = (await examine(config(dataDir))).filter((it) => it.part === 'database')
  expect(found).toMatchObject([{ state: 'bad', says: `what was in ${dataDir} has moved to db.example:5432/roost` }])
})

test('a proxy that answers in place of Roost, and one that lets no WebSocket through', async () => {
  await using server = await startServer()
  const answering = await listening(createServer((_request, response) => response.end('Welcome to my proxy')))
  const dataDir = await temporaryFolder()
  const bad = async (port: number) => {
    const found = await examine(config(dataDir, { BASE_URL: `http://127.0.0.1:${port}` }))
    return found.filter((it) => it.state === 'bad').map((it) => it.part)
  }
  expect(await bad(answering)).toEqual(['outside', 'live'])
  const plain = createServer((request, response) => {
    fetch(server.url + request.url).then(
      async (it) => response.writeHead(it.status).end(await it.text()),
      () => response.end(),
    )
  })
  expect(await bad(await listening(plain))).toEqual(['live'])
})

test('a certificate that nobody trusts is told', async () => {
  const dir = await temporaryFolder()
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
  const ask = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=localhost']
  execFileSync('openssl', [...ask, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) })
  const port = await listening(server as unknown as Server)
  const found = await examine(config(dir, { BASE_URL: `https://localhost:${port}`, TRUST_PROXY: '1' }))
  expect(found).toContainEqual(
    expect.objectContaining({ part: 'certificate', state: 'bad', says: expect.stringMatching(/self.signed/) }),
  )
})

const DAY = 86_400_000

test('a right clock after one that was ahead is not asked to be set wrong', () => {
  const { says, todo } = checkClock(0, 3 * DAY, 30)
  expect(says).toMatch(/it was ahead then, or is behind now$/)
  expect(todo).toMatch(/^set it if it is wrong; if it is right, all is well/)
})

const GB = 1024 ** 3
test.each([
  ['a certificate for a year', judge(365 * DAY, 0), 'ok'],
  ['one for ten days', judge(10 * DAY, 0), 'warn'],
  ['one of yesterday', judge(0, 1.5 * DAY), 'bad'],
  ['room', space('/x', { free: 50 * GB, size: 100 * GB }), 'ok'],
  ['little room', space('/x', { free: 0.5 * GB, size: 100 * GB }), 'warn'],
  ['hardly any room', space('/x', { free: 0.05 * GB, size: 100 * GB }), 'bad'],
  ['a clock that goes on', checkClock(DAY, 0, 90), 'ok'],
  ['a clock that leapt', checkClock(60 * DAY, 0, 90), 'warn'],
  ['a clock that leapt, without retention', checkClock(60 * DAY, 0, 0), 'ok'],
  ['a clock that is behind', checkClock(0, DAY, 0), 'warn'],
])('%s', (_name, finding, state) => {
  expect(finding.state).toBe(state)
})
