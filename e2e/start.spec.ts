import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/paths.mjs'
import { freePort } from './fixtures/free-port.ts'
import { expect, test } from './fixtures/test.ts'

test('npm start says where it listens, serves there, and ends with the server when it is told to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roost-start-'))
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn' }
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(npm, 'exit')
  const address = new Promise<string>((resolve, reject) => {
    let said = ''
    npm.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Roost is ready at (http:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    npm.on('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)))
  })
  expect((await fetch(new URL('/readyz', await address))).status).toBe(200)
  npm.kill('SIGTERM')
  await exited
  await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow()
  await rm(folder, { recursive: true, force: true })
})
