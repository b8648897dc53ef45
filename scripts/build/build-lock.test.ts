import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { whileBuilding } from './build-lock.mjs'

function newFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'roost-build-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return join(dir, 'lock')
}

test('who builds beside another is told so in one line; afterwards the next may', async () => {
  const file = newFile()
  const other = spawn('cat')
  writeFileSync(file, String(other.pid))
  const second = () => whileBuilding(async () => 'built', file)
  await expect(second()).rejects.toThrow(`is building here (process ${other.pid}): start again when it is done.`)
  expect(readFileSync(file, 'utf8')).toBe(String(other.pid))
  const ended = once(other, 'exit')
  other.stdin.end()
  await ended
  expect(await second()).toBe('built')
})

test('a build leaves nothing behind, whether it succeeds or not', async () => {
  const file = newFile()
  await whileBuilding(async () => expect(readFileSync(file, 'utf8')).toBe(String(process.pid)), file)
  expect(existsSync(file)).toBe(false)
  await expect(whileBuilding(() => Promise.reject(new Error('failed')), file)).rejects.toThrow('failed')
  expect(existsSync(file)).toBe(false)
})

test('a build that was killed is in nobody’s way', async () => {
  const file = newFile()
  writeFileSync(file, String(spawnSync('true').pid))
  expect(await whileBuilding(async () => 'built', file)).toBe('built')
})
