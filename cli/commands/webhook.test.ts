import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Computer, newComputer } from '../../tests/kit/clients/computer.ts'
import type { TestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'
import { type Answer, drop, hold, type Receiver, startReceiver, status } from '../webhook/testing/receiver.ts'

let server: TestServer
const secret = `whsec_${randomBytes(32).toString('base64')}`

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server[Symbol.asyncDispose]())

/** An account with a desk, a computer that is paired, and a receiver. */
async function setUp() {
  const desk = await server.device(await server.signUp(), 'Desk')
  const home = mkdtempSync(join(tmpdir(), 'roost-webhook-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const file = join(home, 'secret')
  writeFileSync(file, `${secret}\n`)
  const [computer, receiver] = await Promise.all([
    newComputer({ url: server.url, inviter: desk, home, name: 'hooks' }),
    startReceiver(),
  ])
  const start = (...more: string[]) => startHook(computer, receiver, '--secret-file', file, ...more)
  return { desk, computer, receiver, start }
}

function startHook({ start }: Computer, { url }: Receiver, ...more: string[]) {
  const program = start('webhook', url, '--backoff', '10ms', '--longest', '20ms', ...more)
  onTestFinished(async () => void (await program.end('SIGKILL')))
  return program
}

const say = (desk: TestDevice, ...contents: string[]) => desk.send(contents.map((content) => ({ content })))
const contents = ({ calls }: Receiver) => calls.map((it) => it.content)
const verified = (headers: object, body: string) => new Webhook(secret).verify(body, headers as Record<string, string>)

test('posts each message in order, signed so that a library of the standard takes it', async () => {
  const { desk, receiver, start } = await setUp()
  const first = start()
  await say(desk, 'one', 'two ä', 'three')
  await receiver.hasCalls(3)
  expect(contents(receiver)).toEqual(['one', 'two ä', 'three'])
  const [, second] = await desk.history()
  const { body, headers, path } = receiver.calls[1] as Receiver['calls'][number]
  const at = new Date(second?.timestamp as number).toISOString()
  expect(verified(headers, body)).toEqual({
    ...{ type: 'message', timestamp: at },
    data: {
      ...{ id: second?.messageId, version: second?.version, kind: 'post', from: { id: desk.deviceId, name: 'Desk' } },
      ...{ to: 'all', contentType: 'text/plain', content: 'two ä', files: [], edited: false },
      ...{ storedAt: at, composedAt: null },
    },
  })
  expect(headers).toMatchObject({ 'webhook-id': second?.messageId, 'content-type': 'application/json' })
  expect(path).toBe('/hook?key=1')
  expect(() => verified(headers, body.replace('two', 'too'))).toThrow('No matching signature')
  expect(await first.end('SIGTERM')).toBe(0)
})

test('the files of a message stand in the body, with their addresses', async () => {
  const { desk, receiver, start } = await setUp()
  start()
  const fileId = '01890a5d-ac96-774b-bcce-b302099a8057'
  const files = [{ fileId, name: 'a b.pdf', type: 'application/pdf', size: 7 }]
  const content = JSON.stringify({ text: 'the bill', files })
  await desk.send([{ content, contentType: 'application/vnd.roost.files+json', files: [fileId] }])
  await receiver.hasCalls(1)
  expect(JSON.parse(receiver.calls[0]?.body ?? '').data).toMatchObject({
    content,
    files: [{ id: fileId, name: 'a b.pdf', type: 'application/pdf', size: 7, url: `${server.url}/v1/files/${fileId}` }],
  })
})

test('repeats a message with the same id until it is taken, whatever goes wrong, and skips none', async () => {
  const { desk, receiver, start } = await setUp()
  const elsewhere = await startReceiver()
  let written = 0
  const endless: Answer = (response) => {
    response.writeHead(500)
    const timer = setInterval(() => {
      for (let room = true; room; written += 65_536) room = response.write('x'.repeat(65_536))
    })
    response.on('close', () => clearInterval(timer))
  }
  receiver.answers(
    ...[status(503, {}, 'busy\n\u001b[31mnow'), drop, status(307, { location: elsewhere.url }), hold, endless],
    ...[status(404), status(204), status(201, {}, 'x'.repeat(1_000_000)), status(302)],
  )
  const program = start('--timeout', '2s')
  await say(desk, 'a', 'b', 'c')
  await receiver.hasCalls(10)
  expect(contents(receiver)).toEqual([...Array(7).fill('a'), 'b', 'c', 'c'])
  expect(new Set(receiver.calls.map((it) => it.headers['webhook-id'])).size).toBe(3)
  for (const { headers, body } of receiver.calls) verified(headers, body)
  expect(elsewhere.calls).toEqual([])
  // As much as the buffers of a connection take.
  expect(written).toBeLessThan(32 * 1024 * 1024)
  const said = program.output()
  expect(said).toMatch(/message 1: http:\/\/127\.0\.0\.1:\d+ answered 503: busy \\x1b\[31mnow; again in 1 s/)
  for (const it of [/cannot be reached/, /a redirect, which is not followed/, /did not answer within 2 s/]) {
    expect(said).toMatch(it)
  }
  // An address may hold a secret.
  expect(said).not.toContain('key=1')
})

test('a kill in the middle of a call brings the message again, and the others after it', async () => {
  const { desk, receiver, start } = await setUp()
  receiver.answers(status(204), hold)
  const first = start()
  await say(desk, 'a', 'b', 'c')
  await receiver.hasCalls(2)
  await first.end('SIGKILL')
  receiver.answers(status(204), hold)
  const second = start()
  await receiver.hasCalls(4)
  await second.end('SIGKILL')
  await say(desk, 'd')
  start()
  await receiver.hasCalls(6)
  const ids = receiver.calls.map((it) => it.headers['webhook-id'])
  // 'a' and the 'b' of the second run were taken, and each was noted before the next call.
  expect(contents(receiver)).toEqual(['a', 'b', 'b', 'c', 'c', 'd'])
  expect([ids[1], ids[3]]).toEqual([ids[2], ids[4]])
})

test('asked to end, it finishes the call that runs', async () => {
  const { desk, receiver, start } = await setUp()
  const held = Promise.withResolvers<() => void>()
  receiver.answers((response) => held.resolve(() => void response.writeHead(204).end()))
  const first = start()
  await say(desk, 'a')
  const finish = await held.promise
  const ended = first.end('SIGTERM')
  finish()
  expect(await ended).toBe(0)
  start()
  await say(desk, 'b')
  await receiver.hasCalls(2)
  expect(contents(receiver)).toEqual(['a', 'b'])
})

test('waits as long as the receiver asks for', async () => {
  const { desk, receiver, start } = await setUp()
  receiver.answers(status(429, { 'retry-after': '7000' }))
  const program = start()
  await say(desk, 'a')
  await program.says(/answered 429; again in 117 min/)
  expect(await program.end('SIGTERM')).toBe(0)
  expect(receiver.calls).toHaveLength(1)
})

test('gives up in the end, tells the person, and begins with the same message next time', async () => {
  const { desk, receiver, start } = await setUp()
  receiver.answers(...Array(1_000).fill(status(500)))
  const program = start('--give-up', '1s')
  await say(desk, 'a', 'b')
  expect(await program.ended).toBe(69)
  const { host, origin } = new URL(receiver.url)
  expect(program.output()).toContain(`roost: ${origin} has failed for 1 s, at last because it answered 500\n`)
  expect((await desk.history()).at(-1)?.content).toBe(
    `The webhook to ${host} has stopped: ${origin} has failed for 1 s, at last because it answered 500. ` +
      'Nothing is lost: once it is started again, it goes on where it was.',
  )
  const failed = receiver.calls.length
  expect(failed).toBeGreaterThan(1)
  receiver.answers()
  start()
  await receiver.hasCalls(failed + 2)
  expect(contents(receiver).slice(-2)).toEqual(['a', 'b'])
})

test('a receiver that is gone ends it at once', async () => {
  const { desk, receiver, start } = await setUp()
  receiver.answers(status(410))
  const program = start()
  await say(desk, 'a')
  expect(await program.ended).toBe(69)
  expect(program.output()).toContain('wants no more messages')
  expect(receiver.calls).toHaveLength(1)
})

test('posts what one device sends, and all of it with --all', async () => {
  const { desk, computer, receiver, start } = await setUp()
  await say(desk, 'long ago')
  // Two commands that start at once may want the device at the same moment.
  await computer.roost('send', 'from here')
  const program = start('--all', '--own', '--from', 'hooks')
  await receiver.hasCalls(1)
  await program.end('SIGTERM')
  const others = start('--all', '--own', '--bookmark', 'others')
  await receiver.hasCalls(3)
  expect(contents(receiver)).toEqual(['from here', 'long ago', 'from here'])
  await others.end('SIGTERM')
})

test('a wrong call says what is wrong', async () => {
  const { computer, receiver } = await setUp()
  const wrong = async (...args: string[]) => {
    const { status, stderr } = await computer.roost('webhook', ...args)
    expect(status).toBe(2)
    return stderr
  }
  const file = ['--secret-file', join(computer.directory, 'none')]
  expect(await wrong(receiver.url)).toContain("required option '--secret-file <file>' not specified")
  expect(await wrong('ftp://x', ...file)).toContain('is no address')
  expect(await wrong('https://me:you@hooks.example', ...file)).toContain('A name and a password')
  expect(await wrong(receiver.url, ...file)).toContain('gives no secret: ENOENT')
  writeFileSync(file[1] as string, 'c2hvcnQ=')
  expect(await wrong(receiver.url, ...file)).toMatch(/openssl rand.*\n.*gives no secret: it must have 24 to 64 bytes/)
  expect(await wrong(receiver.url, ...file, '--give-up', 'never')).toContain('such as 30s, 15m or 24h')
})
