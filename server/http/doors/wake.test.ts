import { expect, test } from 'vitest'
import { wakeOfGotify, wakeOfNtfy } from './wake.ts'

test('priorities say how urgently a sleeping device is told', () => {
  expect([undefined, -1, 0, 1, 5, 7, 8, 10, 99].map(wakeOfGotify)).toEqual([
    ...['normal', 'none', 'none', 'normal', 'normal', 'normal', 'high', 'high', 'high'],
  ])
  expect([1, 2, 3, 4, 5].map(wakeOfNtfy)).toEqual(['none', 'normal', 'normal', 'high', 'high'])
})
