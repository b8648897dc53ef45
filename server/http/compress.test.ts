import { expect, test } from 'vitest'
import { chooseCoding, compress } from './compress.ts'

test.each([
  ['gzip, deflate, br, zstd', 'zstd'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', 'zstd'],
  ['gzip;q=1.0, zstd;q=0.5', 'gzip'],
  ['zstd;q=0, *', 'br'],
  ['zstd;q=0, br; q=0.000, gzip;q=0.001', 'gzip'],
  ['*;q=0', null],
  ['gzip;q=0', null],
  ['gzip;q=2', null],
  ['identity', null],
  ['deflate', null],
  ['', null],
  [undefined, null],
])('for %j it chooses %s', (accepted, coding) => expect(chooseCoding(accepted)).toBe(coding))

test('it counts bytes, and leaves 1,024 of them as they are', async () => {
  expect(await compress('x'.repeat(1_024), 'gzip')).toBeNull()
  expect(await compress('é'.repeat(512), 'gzip')).toBeNull()
  expect(await compress('é'.repeat(513), 'gzip')).toMatchObject({ coding: 'gzip' })
})
