import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../paths.mjs'

const folders = [
  '.ci',
  'app',
  'bench',
  'cli',
  'docs',
  'e2e',
  'examples',
  'kit',
  'lib',
  'public',
  'scripts',
  'server',
  'tests',
]
const documents = ['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md']

/** Their tools look for them here and nowhere else. */
const configuration = [
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  'biome.json',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'tsconfig.json',
]

const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n')

const inCheckout = test.skipIf(!existsSync(join(root, '.git')))

inCheckout('the root holds what is listed here, at most 27 entries', () => {
  const listed = [...folders, ...documents, ...configuration]
  const entries = new Set(git('ls-files').flatMap((path) => path.split('/')[0] || []))
  expect([...entries].sort()).toEqual(listed.toSorted())
  expect(listed.length).toBeLessThanOrEqual(27)
})

inCheckout.each([
  'isolate-0x2f1e000-12345-v8.log',
  'CPU.20271127.104500.12345.0.001.cpuprofile',
  'Heap.20271127.104500.12345.0.001.heapprofile',
  'server/Heap.20271127.104500.12345.0.001.heapsnapshot',
])('git ignores %s, which a profiler leaves', (file) => {
  expect(git('check-ignore', file)).toContain(file)
})
