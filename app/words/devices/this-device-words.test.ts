import { expect, test } from 'vitest'
import { thisDeviceWords } from './this-device-words.ts'

test('nothing is called up to date before it is on screen', () => {
  expect(thisDeviceWords({ state: 'live' }, false, 0).text).toBe('This device, fetching your messages')
  expect(thisDeviceWords({ state: 'live' }, true, 0)).toEqual({ text: 'This device, up to date', late: false })
})

test('catching up says exactly how far', () => {
  const view = { state: 'catchingUp', done: 12_400, total: 31_020, perSecond: 0 } as const
  expect(thisDeviceWords(view, false, 0).text).toBe('Catching up, 12,400 of 31,020')
})

test('what waits here is counted as long as it cannot go out', () => {
  expect(thisDeviceWords({ state: 'offline' }, true, 0)).toEqual({ text: 'No network', late: true })
  expect(thisDeviceWords({ state: 'offline' }, true, 1).text).toBe('No network, 1 waits here')
  expect(thisDeviceWords({ state: 'switchedOff' }, true, 2).text).toBe('Working offline, 2 wait here')
})
