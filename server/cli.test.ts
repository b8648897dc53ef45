import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Runs the file itself, as a systemd timer does. */
function cli(...args: string[]) {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, DATA_DIR: '/nowhere' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(import.meta.dirname, 'cli.ts'), ...args], {
    env,
    encoding: 'utf8',
  })
  return { code: status, stdout, stderr: stderr.trim() }
}

const commands = ['backup', 'restore', 'migrate', 'retention', 'doctor', 'user']

test.each([[[]], [['--help']], [['-h']], [['help']]])('roost %j lists the commands', (args) => {
  const { code, stdout } = cli(...args)
  expect(code).toBe(0)
  for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
})

test.each(commands)('roost %s --help says how to call it, with options, examples and exit codes', (name) => {
  const { code, stdout } = cli(name, '--help')
  expect(code).toBe(0)
  for (const part of ['Usage:', '\nOptions:\n', '\nExamples:\n', '\nExit codes:\n']) expect(stdout).toContain(part)
  expect(stdout).toContain(`Usage: npm run roost -- ${name}`)
  expect(Math.max(...stdout.split('\n').map((it) => it.length))).toBeLessThanOrEqual(140)
  expect(cli('help', name).stdout).toBe(stdout)
})

test.each<[string, string]>([
  ['bakup', 'roost: "bakup" is unknown, did you mean "backup"? (npm run roost -- --help)'],
  ['fly', 'roost: "fly" is unknown (npm run roost -- --help)'],
  ['backup --fast', 'roost backup: "--fast" is unknown (npm run roost -- backup --help)'],
  ['backup one two', 'roost backup: "two" is too much (npm run roost -- backup --help)'],
  ['restore', 'roost restore: FILE is missing (npm run roost -- restore --help)'],
  [
    'retention --relase',
    'roost retention: "--relase" is unknown, did you mean "--release"? (npm run roost -- retention --help)',
  ],
  ['user', 'roost user: say which: list, reset-password, delete (npm run roost -- user --help)'],
  ['user lst', 'roost user: "lst" is unknown, did you mean "list"? (npm run roost -- user --help)'],
  ['user delete', 'roost user: EMAIL is missing (npm run roost -- user --help)'],
  ['user delete a@example.org --stdin', 'roost user: "--stdin" is unknown (npm run roost -- user --help)'],
])('roost %s is refused in one line, with exit code 2', (typed, line) => {
  expect(cli(...typed.split(' '))).toEqual({ code: 2, stdout: '', stderr: line })
})

test('a command that fails ends with 1', () => {
  const stderr = 'There is no /nowhere/roost.db: is DATA_DIR right?'
  expect(cli('user', 'list')).toEqual({ code: 1, stdout: '', stderr })
  expect(cli('migrate').stderr).toMatch(/^DATABASE_URL is not set: /)
})
