import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { startServerProcess } from '../../tests/kit/server/server-process.ts'
import { lockDataDir } from './data-lock.ts'

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'roost-lock-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

test('one at a time, in the same process, too', () => {
  const dir = newDir()
  const unlock = lockDataDir(dir)
  expect(() => lockDataDir(dir)).toThrow(`DATA_DIR: another Roost runs on ${dir}; stop it first`)
  unlock()
  unlock()
  lockDataDir(dir)()
})

test('a holder that is killed leaves no lock, and a file that is left is no lock', async () => {
  const dir = newDir()
  const module = pathToFileURL(join(import.meta.dirname, 'data-lock.ts')).href
  const source = `import { lockDataDir } from ${JSON.stringify(module)}
    globalThis.unlock = lockDataDir(${JSON.stringify(dir)})
    console.log('locked')
    setInterval(() => {}, 1_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  expect(() => lockDataDir(dir)).toThrow('another Roost')
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  expect(readdirSync(dir)).toContain('lock')
  lockDataDir(dir)()
})

test('a second server on the same directory says so in one line and ends with 1; the first goes on', async () => {
  await using first = startServerProcess()
  const url = await first.ready
  await using second = startServerProcess({ DATA_DIR: first.dataDir })
  expect(await second.ended).toBe(1)
  expect(second.output().trim().split('\n')).toEqual([
    `Roost cannot start: DATA_DIR: another Roost runs on ${first.dataDir}; stop it first, or set another directory`,
  ])
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
})

test('a lock that cannot be made says so', () => {
  const dir = newDir()
  mkdirSync(join(dir, 'lock'))
  expect(() => lockDataDir(dir)).toThrow(/^DATA_DIR: cannot lock .* \(unable to open database file\)$/)
})
