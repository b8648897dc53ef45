import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/ports/store-contract/kit.ts'
import { bounds, createBallast, fullnessOf } from './disk-space.ts'

const MB = 1024 ** 2
const GB = 1024 * MB

test.each([
  [32 * MB, 8 * MB, 16 * MB],
  [1 * GB, 51.2 * MB, 102.4 * MB],
  [10 * GB, 128 * MB, 1 * GB],
  [4_000 * GB, 128 * MB, 1 * GB],
])('of %i bytes the reserve is %d, and it is nearly full below %d', (size, reserve, scarce) => {
  expect(bounds(size)).toEqual({ reserve, scarce })
  expect(fullnessOf({ size, free: reserve - 1 })).toBe('full')
  expect(fullnessOf({ size, free: reserve })).toBe('nearly full')
  expect(fullnessOf({ size, free: scarce })).toBe('roomy')
})

test('the ballast is thrown off when others have filled the disk, and taken on when there is room', async () => {
  const dir = await temporaryFolder()
  const ballast = createBallast(dir)
  const there = () => existsSync(join(dir, 'ballast'))
  const steps = [10 * GB, 200 * MB, 3 * MB, 200 * MB, 10 * GB].map((free) => {
    ballast.trim({ free, size: 100 * GB })
    return there()
  })
  expect(steps).toEqual([true, true, false, false, true])
})

test('where no ballast can be written, it is tried once, and nothing of it stays', async () => {
  const dir = join(await temporaryFolder(), 'nowhere')
  const ballast = createBallast(dir)
  const roomy = { free: 10 * GB, size: 100 * GB }
  ballast.trim(roomy)
  mkdirSync(dir)
  ballast.trim(roomy)
  expect(readdirSync(dir)).toEqual([])
})
