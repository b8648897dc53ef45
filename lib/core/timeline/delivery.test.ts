import { describe, expect, test } from 'vitest'
import type { DeviceInfo } from '../../protocol/device.ts'
import { holdersOf, reachOf } from './delivery.ts'

const device = (deviceId: string, lastReceivedVersion: number): DeviceInfo => ({
  deviceId,
  name: deviceId.toUpperCase(),
  platform: '',
  createdAt: 0,
  lastSeen: 0,
  lastReceivedVersion,
  online: false,
})

const toAll = { version: 7, from: 'laptop', to: 'all' }
const toPhone = { ...toAll, to: 'phone' }

describe('how far a message has come', () => {
  test('without a version it waits, whatever the devices have', () => {
    const waiting = { ...toAll, version: null }
    expect(reachOf(waiting, [device('laptop', 9), device('phone', 9)], true)).toEqual({ phone: 'waits' })
  })

  test('a device has what it has acknowledged; the sender does not count', () => {
    const devices = [device('laptop', 0), device('phone', 7), device('tablet', 6)]
    expect(reachOf(toAll, devices, true)).toEqual({ phone: 'has', tablet: 'away' })
  })

  test('a connected device that lacks it shows how far it is, from where it joined', () => {
    const tablet = { ...device('tablet', 5), online: true }
    expect(reachOf(toAll, [tablet], true)).toEqual({ tablet: 71 })
    expect(reachOf(toAll, [{ ...tablet, joinedAtVersion: 3 }], true)).toEqual({ tablet: 50 })
    expect(reachOf(toAll, [{ ...tablet, lastReceivedVersion: 0 }], true)).toEqual({ tablet: 0 })
  })

  test('nobody is known to be connected while the list is past', () => {
    expect(reachOf(toAll, [{ ...device('tablet', 5), online: true }], false)).toEqual({ tablet: 'away' })
  })

  test('to one device: the others do not count, also when it was removed since', () => {
    const devices = [device('laptop', 9), device('phone', 6), device('tablet', 9)]
    expect(reachOf(toPhone, devices, true)).toEqual({ phone: 'away' })
    expect(reachOf(toPhone, [device('laptop', 9), device('tablet', 9)], true)).toEqual({})
  })

  test('a device that may only send does not count, not even as the sender', () => {
    const script = { ...device('script', 0), access: 'send' }
    const devices = [device('laptop', 7), device('phone', 7), script]
    expect(reachOf(toAll, devices, true)).toEqual({ phone: 'has' })
    expect(reachOf({ ...toAll, from: 'script' }, devices, true)).toEqual({ laptop: 'has', phone: 'has' })
    expect(holdersOf(toAll, devices).map((it) => it.deviceId)).toEqual(['laptop', 'phone'])
  })

  test('a device that joined later does not count', () => {
    const joined = (at: number) => ({ ...device('tablet', 0), joinedAtVersion: at })
    expect(reachOf(toAll, [joined(7)], true)).toEqual({})
    expect(reachOf(toAll, [joined(6)], true)).toEqual({ tablet: 'away' })
    expect(reachOf({ ...toAll, version: null }, [joined(9)], true)).toEqual({ tablet: 'waits' })
  })

  test('the holders: the sender has its own, before its acknowledgement is known', () => {
    expect(holdersOf(toPhone, [device('laptop', 0), device('phone', 6), device('tablet', 9)])).toEqual([
      { deviceId: 'laptop', name: 'LAPTOP', has: true },
      { deviceId: 'phone', name: 'PHONE', has: false },
    ])
  })
})
