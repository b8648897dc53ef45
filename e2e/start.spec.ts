import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node, root } from '../scripts/paths.mjs'
import { expect, test } from './fixtures/test.ts'

test.use({ ownServer: true })

test('npm start says where it listens, serves there, and ends with the server when it is told to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roost-start-'))
  const env = { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn' }
  const start = spawn(node, ['scripts/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(start, 'exit')
  const address = new Promise<string>((resolve, reject) => {
    let said = ''
    start.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Roost is ready at (http:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    start.on('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)))
  })
  const ready = new URL('/readyz', await address)
  expect((await fetch(ready)).status).toBe(200)
  start.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
  await expect(fetch(ready)).rejects.toThrow()
  await rm(folder, { recursive: true, force: true })
})
