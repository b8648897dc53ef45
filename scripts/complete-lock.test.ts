import { expect, test } from 'vitest'
import { missingFrom, readLock } from './complete-lock.mjs'

test('the lock file knows the packages of every platform, not only of the one it was written on', () => {
  expect(missingFrom(readLock().packages), 'run: node scripts/complete-lock.mjs').toEqual([])
})

test('a package for another platform that is left out is found missing', () => {
  const parent = { optionalDependencies: { '@x/linux-x64': '1.0.0', '@x/darwin-arm64': '1.0.0' } }
  const packages = { 'node_modules/x': parent, 'node_modules/@x/linux-x64': {} }
  expect(missingFrom(packages)).toEqual([{ name: '@x/darwin-arm64', version: '1.0.0', dev: false }])
})
