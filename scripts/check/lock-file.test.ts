import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../paths.mjs'

interface Locked {
  resolved?: string
  integrity?: string
  inBundle?: boolean
  optionalDependencies?: Record<string, string>
}

// npm may leave out what this machine cannot use when node_modules is there already (npm/cli#4828).
const advice = 'restore package-lock.json, move node_modules away and run: npm install --package-lock-only'

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}

test('the lock file names the packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  )
  expect(missing, advice).toEqual([])
})

test('every package has a hash, and none an address of the registry that it came from', () => {
  const entries = Object.entries(packages).filter(([path, { inBundle }]) => path !== '' && !inBundle)
  expect(
    entries.filter(([, { integrity }]) => !integrity).map(([path]) => path),
    advice,
  ).toEqual([])
  expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
})
