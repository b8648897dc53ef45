import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { signUp } from '../kit/clients/account.ts'
import { createHttpClient } from '../kit/clients/http-client.ts'
import type { TestDevice } from '../kit/clients/test-device.ts'
import { createTestDevice } from '../kit/clients/test-device.ts'
import { createRestartableServer, type RestartableServer } from '../kit/server/restartable-server.ts'
import { type Installed, installPackage, PATIENCE_MS } from './installed.ts'

let installed: Installed
let server: RestartableServer
let desk: TestDevice

beforeAll(async () => {
  installed = await installPackage()
  server = await createRestartableServer()
  await server.start()
  desk = await createTestDevice(server.url, await signUp(createHttpClient(server.url)), 'Desk')
}, PATIENCE_MS)
afterAll(async () => {
  installed[Symbol.dispose]()
  await server[Symbol.asyncDispose]()
})

async function newCode(): Promise<string> {
  const answer = await createHttpClient(server.url)('POST', '/v1/pairings', { token: desk.token, json: {} })
  return answer.json.code
}

/** A program of the page, aimed at the server of this test. */
async function programWith(words: string): Promise<string> {
  const blocks = [...readFileSync('docs/library.md', 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(
    (it) => it[1] ?? '',
  )
  const source = blocks.find((it) => it.includes(words)) ?? ''
  return source.replaceAll('https://roost.example', server.url).replaceAll('ABCD-EFGH', await newCode())
}

function start(source: string, env: Readonly<Record<string, string>> = {}) {
  const program = installed.run(source, env)
  onTestFinished(async () => void (await program.end('SIGKILL')))
  return program
}

test('the ten lines send and receive, and a killed program goes on where it was', async () => {
  const source = await programWith('hello from a script')
  await desk.send([{ content: 'before' }])
  const first = start(source)
  await first.says(/stored as \d+\n/)
  await first.says(/Desk: before\n/)
  expect((await desk.history()).map((it) => it.content)).toEqual(['before', 'hello from a script'])
  await first.end('SIGKILL')
  await desk.send([{ content: 'meanwhile' }])
  const second = start(source)
  await second.says(/Desk: meanwhile\n/)
  expect(second.output()).not.toContain('before')
})

test('the worker of the examples answers each job once it is stored, also after a kill', async () => {
  const source = readFileSync('examples/worker/worker.mjs', 'utf8')
  const env = { SERVER: server.url, CODE: await newCode() }
  const send = (numbers: number[]) => desk.send([{ content: JSON.stringify({ numbers }) }])
  const sums = async () =>
    (await desk.history()).flatMap((it) => (it.content.includes('"sum"') ? [JSON.parse(it.content).sum] : []))
  const first = start(source, env)
  await expect.poll(async () => (await desk.devices()).some((it) => it.name === 'worker' && it.online)).toBe(true)
  await send([1, 2])
  await expect.poll(sums).toContain(3)
  await first.end('SIGKILL')
  await send([3, 4])
  start(source, env)
  await expect.poll(sums).toContain(7)
})

test('a job whose program is killed in the middle comes again, and a server that is killed loses none', async () => {
  const source = await programWith("ack: 'after'")
  const never = "if (text === 'two') await new Promise(() => {})"
  const slow = source.replace(/console\.log\(`done.*/, `console.log('begins:', text)\n  ${never}`)
  expect(slow).not.toBe(source)
  const first = start(slow.replace('for await', "await device.sync()\nconsole.log('ready')\nfor await"))
  await first.says(/ready\n/)
  await desk.send([{ content: 'one' }, { content: 'two' }, { content: 'three' }])
  await first.says(/begins: two\n/)
  await first.end('SIGKILL')
  await server.kill()
  await server.start()
  const second = start(source)
  await second.says(/done: three\n/)
  expect(second.output()).toBe('done: two\ndone: three\n')
})
