import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createProgram } from '../cli/program.ts'
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

test('the commands of a device are there, too, each of them', () => {
  const folder = newFolder()
  const { status, stderr } = call(folder, node, join(root, 'scripts/roost.mjs'), 'send', 'hi', '--directory', 'mine')
  expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining('No device is paired here') })
  const listed = /ofDevices = \[([^\]]*)\]/.exec(readFileSync(join(root, 'scripts/roost.mjs'), 'utf8'))?.[1]
  expect(listed?.match(/[a-z]+/g)).toEqual(createProgram('').commands.map((it) => it.name()))
})

test('the exit code is that of the command', () => {
  expect(call(root, 'npm', 'run', '--silent', 'roost', '--', 'restore').status).toBe(2)
})
