import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StayReason } from '../../core/timeline/stay-reason.ts'
import { type ErrorCode, errorStatus } from '../../protocol/error.ts'
import type { SendResult } from '../../protocol/send.ts'
import { beginGiveBack, type GiveBack, mayGiveBack, requestOf, settleGiveBack } from './give-back.ts'

const refused = (code: ErrorCode): SendResult => ({ messageId: 'm', ok: false, error: { code, message: 'no' } })
const stored: SendResult = { messageId: 'm', ok: true, version: 1, timestamp: 1, duplicate: false }
const others = { selfId: 'me', deviceIds: new Set(['me', 'other']), waitIsOver: false }

describe('who gives an orphan back', () => {
  it('is its sender, at once', () => {
    expect(mayGiveBack('me', others)).toBe(true)
    expect(beginGiveBack(true)).toEqual({ state: 'due' })
  })

  it('is another one only when the sender is gone, or has had its time', () => {
    expect(beginGiveBack(false)).toEqual({ state: 'waiting' })
    expect(mayGiveBack('other', others)).toBe(false)
    expect(mayGiveBack('other', { ...others, waitIsOver: true })).toBe(true)
    expect(mayGiveBack('gone', others)).toBe(true)
  })

  it('takes nobody for gone while it knows nothing of the others', () => {
    expect(mayGiveBack('other', { ...others, deviceIds: new Set() })).toBe(false)
  })
})

describe('what the server answers', () => {
  it('is never a failure, and never asked for twice', () => {
    const due: GiveBack = { state: 'due' }
    expect(settleGiveBack(due, stored)).toEqual({ state: 'given' })
    for (const code of Object.keys(errorStatus) as ErrorCode[]) {
      const transient = code === 'internal' || code === 'unavailable' || code === 'rate_limited'
      const after = settleGiveBack(due, refused(code))
      expect(after).toEqual(transient ? due : { state: 'stays', because: code })
      if (!transient) expect(settleGiveBack(after, stored)).toBe(after)
    }
  })

  it('counts again only when another history was lost, and never for what nobody should give back', () => {
    for (const because of ['conflict', 'unknown_receiver', 'not_found'] satisfies StayReason[]) {
      expect(beginGiveBack(true, { state: 'stays', because })).toEqual({ state: 'due' })
    }
    expect(beginGiveBack(false, { state: 'given' })).toEqual({ state: 'waiting' })
    for (const because of ['removed', 'deleted', 'overtaken'] satisfies StayReason[]) {
      expect(beginGiveBack(true, { state: 'stays', because })).toEqual({ state: 'stays', because })
    }
  })
})

it('is an ordinary send under the original id', () => {
  const place = {
    version: 7,
    senderDeviceId: 'other',
    receiverDeviceId: 'all',
    timestamp: 1,
    contentType: 'text/plain',
  }
  expect(requestOf({ ...place, messageId: 'm', kind: 'post', content: 'hi' })).toEqual({
    ...{ messageId: 'm', receiverDeviceId: 'all', kind: 'post', contentType: 'text/plain', content: 'hi' },
  })
  const edit = { ...place, messageId: 'e', kind: 'edit', content: 'ho', targetId: 'm', targetVersion: 7 } as const
  expect(requestOf(edit)).toEqual({
    ...{
      messageId: 'e',
      receiverDeviceId: 'all',
      kind: 'edit',
      contentType: 'text/plain',
      content: 'ho',
      targetId: 'm',
    },
  })
})

/**
 * A tiny world: messages 0, 1, 2 …, each sent by a device; which devices hold which; a server that knows some of them;
 * and devices that look, send and pull in any order, are cut off, and wait out the time or not.
 */
const world = fc
  .record({
    devices: fc.integer({ min: 1, max: 4 }),
    senders: fc.array(fc.nat(4), { maxLength: 30 }),
    holds: fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 30, maxLength: 30 }),
    steps: fc.array(fc.record({ device: fc.nat(3), send: fc.nat(3), lost: fc.boolean(), over: fc.boolean() }), {
      maxLength: 80,
    }),
  })
  .map(({ devices, ...it }) => ({ ...it, devices: Array.from({ length: devices }, (_, n) => n) }))

describe('whatever happens in whatever order', () => {
  it('what any surviving device holds is on the server in the end, once, each device in the original order', () => {
    fc.assert(
      fc.property(world, ({ devices, senders, holds, steps }) => {
        const log: { message: number; sender: number }[] = []
        const orphans = devices.map((self) => {
          const mine = senders.map((_, message) => message).filter((message) => holds[message]?.[self])
          return new Map(mine.map((message) => [message, beginGiveBack(senders[message] === self)]))
        })
        const held = new Set(orphans.flatMap((it) => [...it.keys()]))
        let requests = 0

        function turn(self: number, send: number, lost: boolean, over: boolean): void {
          const mine = orphans[self] as Map<number, GiveBack>
          for (const { message } of log) mine.delete(message)
          const deviceIds = new Set(devices.map(String))
          const known = { selfId: String(self), deviceIds, waitIsOver: over }
          for (const [message, giveBack] of mine) {
            if (giveBack.state === 'waiting' && mayGiveBack(String(senders[message]), known))
              mine.set(message, { state: 'due' })
          }
          const due = [...mine].filter(([, giveBack]) => giveBack.state === 'due').slice(0, send)
          const results = due.map(([message]): SendResult => {
            requests++
            const there = log.find((it) => it.message === message)
            if (there && there.sender !== self) return refused('conflict')
            if (!there) log.push({ message, sender: self })
            return stored
          })
          if (lost) return
          for (const [index, [message, giveBack]] of due.entries())
            mine.set(message, settleGiveBack(giveBack, results[index] as SendResult))
        }

        for (const { device, send, lost, over } of steps) turn(device % devices.length, send, lost, over)
        const lossless = requests
        for (const self of devices) turn(self, 99, false, true)
        for (const self of devices) turn(self, 99, false, true)

        expect(new Set(log.map((it) => it.message))).toEqual(held)
        expect(log).toHaveLength(held.size)
        for (const self of devices) turn(self, 99, false, true)
        expect(orphans.every((it) => it.size === 0)).toBe(true)
        expect(requests - lossless).toBeLessThanOrEqual(held.size * devices.length)
        // Messages that a device gives back in one go, without a wait in between, keep their order.
        for (const self of devices) {
          const own = log.filter((it) => it.sender === self && senders[it.message] === self).map((it) => it.message)
          expect(own).toEqual(own.toSorted((a, b) => a - b))
        }
      }),
      { numRuns: 300 },
    )
  })
})
