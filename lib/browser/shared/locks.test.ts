import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { defaultOptions } from '../../core/roost-options.ts'
import { createManualClock, settle } from '../../testing/manual-clock.ts'
import { withPullLock } from './locks.ts'

const never = new AbortController().signal

describe('the lock of pulls', () => {
  it('lets one pull of a device run at a time', async () => {
    const [deviceId, clock] = [randomUUID(), createManualClock()]
    const gate = Promise.withResolvers<string>()
    const order: string[] = []
    const pull = (name: string, work: Promise<string>) => {
      const run = () => {
        order.push(name)
        return work
      }
      return withPullLock(defaultOptions, deviceId, never, run, { clock })
    }
    const first = pull('first', gate.promise)
    const second = pull('second', Promise.resolve('b'))
    await settle()
    expect(order).toEqual(['first'])
    gate.resolve('a')
    expect([await first, await second, order, clock.pending()]).toEqual(['a', 'b', ['first', 'second'], 0])
  })

  it('does not wait for ever for a holder that hangs', async () => {
    const [deviceId, clock] = [randomUUID(), createManualClock()]
    const gate = Promise.withResolvers<void>()
    const hanging = withPullLock(defaultOptions, deviceId, never, () => gate.promise)
    let pulled = 0
    const second = withPullLock(defaultOptions, deviceId, never, async () => ++pulled, { clock })
    await clock.pass(9_000)
    expect(pulled).toBe(0)
    await clock.pass(1_000)
    expect([await second, pulled]).toEqual([1, 1])
    gate.resolve()
    await hanging
  })

  it('pulls without the lock when the browser refuses it, and asks only once', async () => {
    let requests = 0
    const request = () => {
      requests++
      return Promise.reject(new DOMException('The page goes away', 'AbortError'))
    }
    const manager = { request } as Pick<LockManager, 'request'>
    expect(await withPullLock(defaultOptions, 'd', never, async () => 'pulled', { manager })).toBe('pulled')
    expect(requests).toBe(1)
  })

  it('goes on with the pull whose lock was stolen', async () => {
    const deviceId = randomUUID()
    const gate = Promise.withResolvers<string>()
    let runs = 0
    const pull = withPullLock(defaultOptions, deviceId, never, () => {
      runs++
      return gate.promise
    })
    await settle()
    const thief = navigator.locks.request(`roost:pull:${deviceId}`, { steal: true }, async () => {})
    await settle()
    gate.resolve('whole')
    expect([await pull, runs]).toEqual(['whole', 1])
    await thief
  })

  it('ends at once when the pull is cancelled, or fails', async () => {
    const deviceId = randomUUID()
    const gate = Promise.withResolvers<void>()
    const holder = withPullLock(defaultOptions, deviceId, never, () => gate.promise)
    const stop = new AbortController()
    const cancelled = withPullLock(defaultOptions, deviceId, stop.signal, async () => 'no')
    stop.abort(new Error('not wanted'))
    await expect(cancelled).rejects.toThrow('not wanted')
    gate.resolve()
    await holder
    const failing = withPullLock(defaultOptions, deviceId, never, () => Promise.reject(new Error('broken')))
    await expect(failing).rejects.toThrow('broken')
  })
})
