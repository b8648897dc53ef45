import { expect, test } from 'vitest'
import type { TimelineWindow } from '../../lib/core/device-state.ts'
import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { emptinessOf } from './emptiness.ts'

const self = [{ deviceId: 'a' }] as DeviceInfo[]
const live = { state: 'live' } as const
const now = { state: 'now' } as const
const timeline: TimelineWindow = { entries: [], hasOlder: false, hasNewer: false, goneUpTo: 0, filter: null }
const level = { timeline, connection: live, cursor: 0, head: 0, devices: self, devicesAsOf: now }

test('a device that is level with a server that has nothing knows that there is nothing', () => {
  expect(emptinessOf(level)).toEqual({ state: 'empty', alone: true })
  expect(emptinessOf({ ...level, devices: [...self, ...self] })).toEqual({ state: 'empty', alone: false })
})

test('nothing is said of an inbox whose messages are still to be drawn', () => {
  expect(emptinessOf({ ...level, head: 12 })).toEqual({ state: 'fetching' })
  expect(emptinessOf({ ...level, connection: { state: 'connecting' } })).toEqual({ state: 'fetching' })
  expect(emptinessOf({ ...level, devicesAsOf: { state: 'unknown' } })).toEqual({ state: 'fetching' })
})

test('a device without a connection cannot know, unless it was level before', () => {
  const past = { ...level, connection: { state: 'offline' }, devicesAsOf: { state: 'past', at: 1 } } as const
  expect(emptinessOf(past)).toEqual({ state: 'away' })
  expect(emptinessOf({ ...past, cursor: 3, head: 3 })).toEqual({ state: 'empty', alone: true })
})

test('a part of the history says that it is empty once all of it was searched', () => {
  const filter = { kind: 'device', deviceId: 'b' } as const
  expect(emptinessOf({ ...level, timeline: { ...timeline, filter, hasOlder: true } })).toEqual({ state: 'fetching' })
  expect(emptinessOf({ ...level, timeline: { ...timeline, filter } })).toEqual({ state: 'noneOf', deviceId: 'b' })
})
