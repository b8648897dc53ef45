import { expect, test } from 'vitest'
import type { DeviceInfo } from '../protocol/device.ts'
import { chooseColours } from './device-list.ts'

const device = (deviceId: string, createdAt = 1) => ({ deviceId, createdAt }) as DeviceInfo
const many = (n: number) => Array.from({ length: n }, (_, index) => device(`d${index}`, index))

test('no two of eight devices are alike, and the oldest comes first', () => {
  const colours = chooseColours({}, many(8).toReversed())
  expect(many(8).map((it) => colours[it.deviceId])).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('a device keeps its colour when an older one goes, and a new one takes the free colour', () => {
  const three = chooseColours({}, many(3))
  const two = chooseColours(three, many(3).slice(1))
  expect(two).toEqual({ d1: 1, d2: 2 })
  expect(chooseColours(two, [...many(3).slice(1), device('new', 9)])).toEqual({ d1: 1, d2: 2, new: 0 })
})

test('the ninth device takes a colour that one other has', () => {
  const colours = Object.values(chooseColours({}, many(10)))
  expect(colours.slice(8)).toEqual([0, 1])
})
