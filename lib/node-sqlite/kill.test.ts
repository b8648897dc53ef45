import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { posts, SELF } from '../storage/contract/fixtures.ts'
import { openNodeSqliteStore } from './open.ts'
import { removeNodeSqliteStore } from './remove.ts'

const KILLS = 8
const writer = fileURLToPath(new URL('testing/writer.ts', import.meta.url))

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'roost-kill-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** Starts the writer and answers once it holds the device. */
async function startWriter(directory: string) {
  const child = spawn(process.execPath, [writer, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  let confirmed = 0
  lines.on('line', (line) => {
    confirmed = Number(line)
  })
  const closed = once(lines, 'close')
  await once(lines, 'line')
  return {
    pid: child.pid,
    /** Answers the last cursor that the store had confirmed to it. */
    async kill() {
      child.kill('SIGKILL')
      await Promise.all([exited, closed])
      return confirmed
    },
  }
}

test('a process that is killed in the middle of a write leaves messages and cursor, both or neither', async () => {
  let before = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const child = await startWriter(directory)
    // The moment is the test's input, not a wait for anything.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
    const confirmed = await child.kill()

    const store = await openNodeSqliteStore(directory, SELF)
    const { cursor, digest } = await store.position()
    expect(cursor).toBeGreaterThanOrEqual(Math.max(before, confirmed))
    expect(digest).toBe(cursor === 0 ? null : `d${cursor}`)
    expect(await store.history(before, Number.MAX_SAFE_INTEGER)).toEqual(posts(before, cursor))
    expect(await store.count()).toBe(cursor)
    before = cursor
    store.close()
  }
  expect(before).toBeGreaterThan(0)
}, 60_000)

test('no second process gets a device, until the first one is gone, however it went', async () => {
  const child = await startWriter(directory)
  await expect(openNodeSqliteStore(directory, SELF)).rejects.toMatchObject({ name: 'StorageError', reason: 'blocked' })
  expect(() => removeNodeSqliteStore(directory, SELF)).toThrow('blocked')
  await child.kill()
  const store = await openNodeSqliteStore(directory, SELF)
  expect((await store.position()).generation).toBe(1)
  store.close()
})
