import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { node, root } from './paths.mjs'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'roost-door-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const call = (cwd: string, command: string, ...args: string[]) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' },
  })

test('paths are those of the folder that the operator stands in', () => {
  const folder = newFolder()
  const missing = `There is no ${join(folder, 'mine.db')}\n`
  const restore = ['roost', '--', 'restore', 'mine.db']
  expect(call(folder, 'npm', '--prefix', root, 'run', '--silent', ...restore).stderr).toBe(missing)
  expect(call(folder, node, join(root, 'scripts/roost.mjs'), 'restore', 'mine.db').stderr).toBe(missing)
})

test('the exit code is that of the command', () => {
  expect(call(root, 'npm', 'run', '--silent', 'roost', '--', 'restore').status).toBe(2)
})
