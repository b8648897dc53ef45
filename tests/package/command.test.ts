import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { signUp } from '../kit/clients/account.ts'
import { newComputer } from '../kit/clients/computer.ts'
import { createHttpClient } from '../kit/clients/http-client.ts'
import { createTestDevice, type TestDevice } from '../kit/clients/test-device.ts'
import { createRestartableServer, type RestartableServer } from '../kit/server/restartable-server.ts'
import { type Installed, installPackage, PATIENCE_MS } from './installed.ts'

// Each starts many processes.
vi.setConfig({ testTimeout: PATIENCE_MS })

let installed: Installed
let server: RestartableServer
let desk: TestDevice
let count = 0

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

/** A computer of its own, with the installed command. */
async function computer() {
  const it = await newComputer({
    ...{ url: server.url, inviter: desk, name: `shed ${++count}`, home: join(installed.folder, `home-${count}`) },
    command: [join(installed.folder, 'node_modules/.bin/roost')],
  })
  return {
    ...it,
    start(...args: string[]) {
      const program = it.start(...args)
      onTestFinished(async () => void (await program.end('SIGKILL')))
      return program
    },
  }
}

const texts = async () => (await desk.history()).map((it) => it.content)

test('sends words, a pipe and to one device, and follow prints what comes and goes on where it was', async () => {
  const { roost, piped, start } = await computer()
  expect(await roost('send', 'hello', 'from', 'the', 'shed')).toMatchObject({ status: 0, stdout: '', stderr: '' })
  expect((await piped('two\nlines\n', 'send', '--to', 'Desk')).status).toBe(0)
  expect((await desk.history()).slice(-2)).toMatchObject([
    { content: 'hello from the shed', receiverDeviceId: 'all' },
    { content: 'two\nlines', receiverDeviceId: desk.deviceId },
  ])
  expect(await roost('send', 'x', '--to', 'Nobody')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('only: Desk'),
  })
  const first = start('follow')
  await desk.send([{ content: 'one \u001b[31mcrimson' }])
  await first.says(/Desk: one \\x1b\[31mcrimson\n/)
  // Only the next message proves that this one is had.
  await desk.send([{ content: 'then' }])
  await first.says(/Desk: then\n/)
  await first.end('SIGKILL')
  await desk.send([{ content: 'meanwhile' }])
  const second = start('follow', '--json')
  const line = await second.says(/^(.*meanwhile.*)\n/m)
  expect(JSON.parse(line)).toMatchObject({ content: 'meanwhile', fromName: 'Desk' })
  expect(second.output()).not.toContain('crimson')
  // The outbox of the device is open in that process.
  expect(await roost('send', 'beside')).toMatchObject({ status: 0 })
  expect((await texts()).at(-1)).toBe('beside')
  expect(await second.end('SIGTERM')).toBe(0)
})

test('without a network a message waits in the outbox, also beside a follower, and goes out once the server is back', async () => {
  const { roost, start } = await computer()
  await server.kill()
  const waits = expect.stringContaining('waits in the outbox')
  expect(await roost('send', 'kept 1')).toMatchObject({ status: 75, stderr: waits })
  const follower = start('follow')
  await follower.says(/no connection to/)
  expect(await roost('send', 'kept 2')).toMatchObject({ status: 75, stderr: waits })
  await server.start()
  const sent = start('follow', '--directory', join(installed.folder, 'none'))
  expect(await sent.ended).toBe(3)
  await follower.says(/connected again/)
  await expect.poll(async () => (await texts()).slice(-2), { timeout: 20_000 }).toEqual(['kept 1', 'kept 2'])
})

test('each repeats a message until the command ends with 0, also after a kill, and skips none', async () => {
  const { start } = await computer()
  const log = join(installed.folder, 'jobs')
  const job = join(installed.folder, 'job.sh')
  writeFileSync(
    job,
    `#!/bin/sh\nread text\necho "$text" >> ${log}\n[ "$text" != bad ] && [ "$(grep -cx "$text" ${log})" -gt 1 ]\n`,
  )
  chmodSync(job, 0o755)
  const args = [
    'each',
    '--backoff',
    '0.01',
    '--longest',
    '0.02',
    '--dead-letter',
    `${log}.dead`,
    '--retries',
    '2',
    '--',
    job,
  ]
  const first = start(...args)
  await desk.send([{ content: 'a' }, { content: 'bad' }])
  await first.says(/it is in/)
  // Only the next message proves that the dead letter is had; it may be repeated itself.
  await desk.send([{ content: 'next' }])
  await expect.poll(() => readFileSync(log, 'utf8')).toContain('next')
  await first.end('SIGKILL')
  await desk.send([{ content: 'b' }])
  const second = start(...args)
  await second.says(/again in/)
  await desk.send([{ content: 'end' }])
  await expect
    .poll(
      () =>
        readFileSync(log, 'utf8')
          .split('\n')
          .filter((it) => it === 'end').length,
    )
    .toBe(2)
  const handled = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .filter((it) => it !== 'next')
  expect(handled).toEqual(['a', 'a', 'bad', 'bad', 'bad', 'b', 'b', 'end', 'end'])
  expect(JSON.parse(readFileSync(`${log}.dead`, 'utf8'))).toMatchObject({ content: 'bad', fromName: 'Desk', failed: 1 })
})

test('lists, searches, exports and says how it is', async () => {
  const { roost, name } = await computer()
  await desk.send([{ content: 'the invoice of May' }, { content: 'something else' }])
  expect(await roost('list', '-n', '1')).toMatchObject({ status: 0, stdout: 'Desk: something else\n' })
  expect(await roost('search', 'invoice', 'from:Desk')).toMatchObject({
    status: 0,
    stdout: 'Desk: the invoice of May\n',
  })
  expect(await roost('search', 'zeppelin')).toMatchObject({ status: 1, stdout: '' })
  const forAll = (await desk.history()).filter((it) => it.receiverDeviceId === 'all').map((it) => it.content)
  const lines = (await roost('export')).stdout.trim().split('\n')
  expect(lines.map((it) => JSON.parse(it).content)).toEqual(forAll)
  expect((await roost('devices')).stdout).toContain(`${name}\tthis device\n`)
  expect(JSON.parse((await roost('status', '--json')).stdout)).toMatchObject({ name, reached: true, waiting: 0 })
  expect(await roost('sned', 'x')).toMatchObject({ status: 2, stderr: expect.stringContaining('Did you mean send?') })
  expect((await roost('send', '--help')).stdout).toContain('make 2>&1 | tail -5 | roost send --to phone')
})

test.each(['bash', 'zsh', 'fish'])('the completion for %s is one that the shell can read', async (shell) => {
  const { roost } = await computer()
  const { stdout } = await roost('completion', shell)
  expect(stdout).toContain('dead-letter')
  const parsed = spawnSync(shell, ['-n', '-c', stdout], { encoding: 'utf8' })
  // Only bash is on every machine.
  if (shell === 'bash' || !parsed.error) expect(parsed).toMatchObject({ status: 0, stderr: '' })
})
