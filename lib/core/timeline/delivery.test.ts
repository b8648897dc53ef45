import { describe, expect, test } from 'vitest'
import type { DeviceInfo } from '../../protocol/device.ts'
import { deliveryOf, holdersOf } from './delivery.ts'

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
    expect(deliveryOf({ ...toAll, version: null }, [device('laptop', 9), device('phone', 9)])).toEqual({
      state: 'waiting',
    })
  })

  test('is on the server while no other device has acknowledged its version', () => {
    expect(deliveryOf(toAll, [device('laptop', 7), device('phone', 6)])).toEqual({ state: 'server' })
  })

  test('is on the server when there is no other device', () => {
    expect(deliveryOf(toAll, [device('laptop', 7)])).toEqual({ state: 'server' })
    expect(deliveryOf(toAll, [])).toEqual({ state: 'server' })
  })

  test('counts the sender, also before its own acknowledgement is known', () => {
    const devices = [device('laptop', 0), device('phone', 7), device('tablet', 6)]
    expect(deliveryOf(toAll, devices)).toEqual({ state: 'some', has: 2, of: 3 })
  })

  test('is on all devices once the last one has its version', () => {
    expect(deliveryOf(toAll, [device('laptop', 7), device('phone', 7), device('tablet', 8)])).toEqual({
      state: 'all',
      of: 3,
    })
  })

  test('to one device: the others do not count', () => {
    const devices = [device('laptop', 9), device('phone', 6), device('tablet', 9)]
    expect(deliveryOf(toPhone, devices)).toEqual({ state: 'server' })
    expect(deliveryOf(toPhone, [device('laptop', 9), device('phone', 7), device('tablet', 0)])).toEqual({
      state: 'all',
      of: 2,
    })
  })

  test('to a device that was removed since: it stays on the server', () => {
    expect(deliveryOf(toPhone, [device('laptop', 9), device('tablet', 9)])).toEqual({ state: 'server' })
  })

  test('a device that may only send does not count, not even as the sender', () => {
    const script = { ...device('script', 0), access: 'send' }
    const devices = [device('laptop', 7), device('phone', 7), script]
    expect(deliveryOf(toAll, devices)).toEqual({ state: 'all', of: 2 })
    expect(deliveryOf({ ...toAll, from: 'script' }, devices)).toEqual({ state: 'all', of: 2 })
    expect(holdersOf(toAll, devices).map((it) => it.deviceId)).toEqual(['laptop', 'phone'])
  })

  test('a device that joined later does not count', () => {
    const joined = (at: number) => ({ ...device('tablet', 0), joinedAtVersion: at })
    const others = [device('laptop', 7), device('phone', 7)]
    expect(deliveryOf(toAll, [...others, joined(7)])).toEqual({ state: 'all', of: 2 })
    expect(deliveryOf(toAll, [...others, joined(6)])).toEqual({ state: 'some', has: 2, of: 3 })
  })

  test('names who has it', () => {
    expect(holdersOf(toPhone, [device('laptop', 0), device('phone', 6), device('tablet', 9)])).toEqual([
      { deviceId: 'laptop', name: 'LAPTOP', has: true },
      { deviceId: 'phone', name: 'PHONE', has: false },
    ])
  })
})
