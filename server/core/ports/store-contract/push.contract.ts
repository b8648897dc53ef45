import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Caller } from '../../mother.ts'
import { type Kit, mark, type OpenStore, post, refusalOf, setUp } from './kit.ts'

const subscription = (name = 'a') => ({
  endpoint: `https://push.example.test/${name}`,
  keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) },
})

export function pushContract(open: OpenStore) {
  /** Ann's phone and tablet sleep, and her desk sends. Ben has a phone, too. */
  async function household() {
    const kit = await setUp(open)
    const [desk, phone, tablet] = [await kit.device(), await kit.device(), await kit.device()]
    const ofBen = await kit.device('ben')
    for (const it of [phone, tablet, ofBen]) await kit.store.subscribe(it, subscription(it.deviceId))
    return { kit, desk, phone, tablet, ofBen }
  }
  const asleep = async ({ store }: Kit, after = 0, userId = 'ann') =>
    Object.fromEntries((await store.sleepers(userId, after))?.map((it) => [it.deviceId, it.urgency]) ?? [])
  const take = ({ store }: Kit, now = 10, lease = 100, limit = 10) => store.takeHints({ now, lease, limit })
  async function claim(kit: Kit, userId = 'ann', now = 10) {
    await kit.store.claimHints(userId, (await kit.store.sleepers(userId, 0)) ?? [], now)
  }
  const only = <T>(all: readonly T[]): T => {
    expect(all).toHaveLength(1)
    return all[0] as T
  }

  describe('who sleeps', () => {
    test('devices with a subscription that lack a post, but not its sender', async () => {
      const { kit, desk, phone, tablet } = await household()
      expect(await asleep(kit)).toEqual({})
      await kit.send(phone, [post()])
      expect(await asleep(kit)).toEqual({ [tablet.deviceId]: 'normal' })
      await kit.send(desk, [post('x', phone.deviceId)])
      expect(await asleep(kit)).toEqual({ [tablet.deviceId]: 'normal', [phone.deviceId]: 'normal' })
      expect(await asleep(kit, 1)).toEqual({ [phone.deviceId]: 'normal' })
      await kit.store.acknowledge(phone, { version: 2 })
      expect(await asleep(kit)).toEqual({ [tablet.deviceId]: 'normal' })
      expect(await asleep(kit, 0, 'ben')).toEqual({})
      expect(await kit.store.sleepers('nobody', 0)).toBeNull()
    })

    test('the highest wake of what it lacks counts; nothing but posts wakes, and nothing that was deleted', async () => {
      const { kit, desk, phone, tablet } = await household()
      const hush = { ...post('hush'), wake: 'none' }
      const urgent = { ...post('now', phone.deviceId), wake: 'high' }
      await kit.send(desk, [hush, { ...post('better'), kind: 'edit', targetId: hush.messageId, wake: 'high' }])
      await kit.send(desk, [{ ...mark(hush.messageId, '{"pinned":true}'), wake: 'high' }])
      expect(await asleep(kit)).toEqual({})
      await kit.send(desk, [urgent])
      expect(await asleep(kit)).toEqual({ [phone.deviceId]: 'high' })
      await kit.send(desk, [{ ...post(), wake: 'normal' }])
      expect(await asleep(kit)).toEqual({ [phone.deviceId]: 'high', [tablet.deviceId]: 'normal' })
      await kit.send(desk, [{ ...post('', phone.deviceId), kind: 'delete', targetId: urgent.messageId }])
      expect(await asleep(kit)).toEqual({ [phone.deviceId]: 'normal', [tablet.deviceId]: 'normal' })
    })

    test('wake is neither stored in a message nor part of it: a retry may say another', async () => {
      const { kit, desk } = await household()
      const it = post()
      const [first] = await kit.send(desk, [{ ...it, wake: 'none' }])
      for (const wake of ['high', 'normal', undefined]) {
        expect(await kit.send(desk, [{ ...it, wake }])).toEqual([{ ...first, duplicate: true }])
      }
      expect(await kit.pullAll(desk)).toEqual([expect.not.objectContaining({ wake: expect.anything() })])
      expect(await asleep(kit)).toEqual({})
    })

    test('retention takes along how a post wakes', async () => {
      const { kit, desk, phone } = await household()
      await kit.send(desk, [{ ...post(), wake: 'none' }], 1)
      await kit.send(desk, [{ ...post(), wake: 'none' }], 50)
      expect(await kit.store.expire({ before: 20 })).toEqual({ removed: 1 })
      expect(await asleep(kit)).toEqual({})
      await kit.store.revokeDevice('ann', phone.deviceId, 60)
      for (const userId of ['ann', 'ben']) await kit.store.forget(userId)
    })

    test('users who may have been forgotten are found page by page', async () => {
      const { kit, desk, ofBen } = await household()
      const other = await kit.device('ben')
      expect(await kit.store.usersBehind('', 10)).toEqual([])
      await kit.send(desk, [post()])
      await kit.send(other, [post()])
      expect(await kit.store.usersBehind('', 10)).toEqual(['ann', 'ben'])
      expect(await kit.store.usersBehind('', 1)).toEqual(['ann'])
      expect(await kit.store.usersBehind('ann', 1)).toEqual(['ben'])
      await claim(kit)
      await kit.store.acknowledge(ofBen, { version: 1 })
      expect(await kit.store.usersBehind('', 10)).toEqual([])
    })
  })

  describe('one hint', () => {
    test('however many claim it, it is taken once, and none follows until the device reacts', async () => {
      const { kit, desk, phone, tablet } = await household()
      await kit.send(desk, [{ ...post(), wake: 'high' }])
      const stale = (await kit.store.sleepers('ann', 0)) ?? []
      await Promise.all(Array.from({ length: 8 }, () => claim(kit)))
      const taken = (await Promise.all(Array.from({ length: 8 }, () => take(kit)))).flat()
      expect(taken.map((it) => it.deviceId).sort()).toEqual([phone.deviceId, tablet.deviceId].sort())
      expect(taken[0]).toMatchObject({ userId: 'ann', urgency: 'high', tries: 0, lease: 100 })
      expect(taken[0]?.subscription).toEqual(subscription(taken[0]?.deviceId))
      for (const it of taken) await kit.store.settleHint(it, 'sent')
      await kit.send(desk, [post()])
      await claim(kit)
      // A node that looked before the others had claimed.
      await kit.store.claimHints('ann', stale, 20)
      expect(await take(kit, 1_000, 2_000)).toEqual([])
      expect(await kit.store.hasHint(phone)).toBe(true)
      await kit.store.clearHint(phone)
      expect(await kit.store.hasHint(phone)).toBe(false)
      await claim(kit)
      expect(only(await take(kit)).deviceId).toBe(phone.deviceId)
    })

    test('one that is due outlives a restart, and so does its lease', async () => {
      const { kit, desk, tablet } = await household()
      await kit.store.unsubscribe(tablet)
      await kit.send(desk, [post()])
      await claim(kit, 'ann', 10)
      await kit.reopen()
      expect(await kit.store.nextHintAt()).toBe(10)
      expect(await take(kit, 9)).toEqual([])
      expect(await take(kit, 10, 100)).toHaveLength(1)
      await kit.reopen()
      expect(await kit.store.nextHintAt()).toBe(100)
      expect(await take(kit, 99)).toEqual([])
      expect(await take(kit, 100, 200)).toHaveLength(1)
    })

    test('a failed one comes back later, and counts its tries', async () => {
      const { kit, desk, tablet } = await household()
      await kit.store.unsubscribe(tablet)
      await kit.send(desk, [post()])
      await claim(kit)
      await kit.store.settleHint(only(await take(kit)), { again: 500 })
      expect(await take(kit, 499)).toEqual([])
      expect(only(await take(kit, 500, 600))).toMatchObject({ tries: 1 })
    })

    test('an outcome that comes late, after a reaction or another taker, changes nothing', async () => {
      const { kit, desk, phone, tablet } = await household()
      await kit.store.unsubscribe(tablet)
      await kit.send(desk, [post()])
      await claim(kit)
      const late = only(await take(kit, 10, 100))
      await kit.store.clearHint(phone)
      await kit.store.settleHint(late, { again: 500 })
      expect(await kit.store.nextHintAt()).toBeNull()
      await claim(kit)
      const second = only(await take(kit, 10, 200))
      await kit.store.settleHint(late, 'sent')
      await kit.store.settleHint(late, 'unneeded')
      expect(await kit.store.nextHintAt()).toBe(200)
      await kit.store.settleHint(second, 'unneeded')
      expect(await kit.store.hasHint(phone)).toBe(false)
    })

    test('takers share what is due, the oldest first', async () => {
      const { kit, desk } = await household()
      const devices: Caller[] = []
      for (let n = 0; n < 20; n += 1) {
        const it = await kit.device()
        devices.push(it)
        await kit.store.subscribe(it, subscription(it.deviceId))
      }
      await kit.send(desk, [post()])
      await claim(kit)
      const taken = (await Promise.all(Array.from({ length: 6 }, () => take(kit, 10, 100, 3)))).flat()
      expect(new Set(taken.map((it) => it.deviceId)).size).toBe(taken.length)
      expect(taken.length + (await take(kit, 10, 100, 100)).length).toBe(22)
    })

    test('it says head, and the posts above readUpTo that the device sees and did not send', async () => {
      const { kit, desk, phone, tablet } = await household()
      const gone = post('gone')
      const items = [post('read'), post('a', phone.deviceId), post('b', tablet.deviceId), post('c'), gone]
      await kit.send(desk, items)
      await kit.send(phone, [post('own')])
      await kit.send(desk, [{ ...post(''), kind: 'delete', targetId: gone.messageId }])
      await kit.store.markRead(desk, 1)
      expect(await kit.store.hintFor('ann', phone.deviceId)).toEqual({ head: 7, unread: 2 })
      expect(await kit.store.hintFor('ann', tablet.deviceId)).toEqual({ head: 7, unread: 3 })
      await kit.store.acknowledge(phone, { version: 7 })
      expect(await kit.store.hintFor('ann', phone.deviceId)).toBeNull()
      expect(await kit.store.hintFor('ann', randomUUID())).toBeNull()
    })

    test('it counts to a thousand', async () => {
      const { kit, desk, phone } = await household()
      for (let n = 0; n < 3; n += 1)
        await kit.send(
          desk,
          Array.from({ length: 400 }, () => post()),
        )
      expect(await kit.store.hintFor('ann', phone.deviceId)).toEqual({ head: 1_200, unread: 1_000 })
    })
  })

  describe('the subscription', () => {
    test('the same again keeps its hint, another one begins anew', async () => {
      const { kit, desk, phone, tablet } = await household()
      await kit.store.unsubscribe(tablet)
      await kit.send(desk, [post()])
      await claim(kit)
      await kit.store.subscribe(phone, subscription(phone.deviceId))
      expect(await kit.store.hasHint(phone)).toBe(true)
      const old = only(await take(kit))
      await kit.store.subscribe(phone, subscription('new'))
      expect(await kit.store.hasHint(phone)).toBe(false)
      await kit.store.settleHint(old, 'gone')
      await claim(kit)
      expect(only(await take(kit)).subscription).toEqual(subscription('new'))
    })

    test('it ends with an outcome, a wish of the device, and the device itself', async () => {
      const { kit, desk, phone, tablet } = await household()
      await kit.send(desk, [post()])
      await claim(kit)
      for (const it of await take(kit)) {
        if (it.deviceId === tablet.deviceId) await kit.store.settleHint(it, 'gone')
      }
      await kit.store.revokeDevice('ann', phone.deviceId, 20)
      expect(await kit.store.sleepers('ann', 0)).toBeNull()
      expect(await kit.store.nextHintAt()).toBeNull()
      expect(await refusalOf(kit.store.subscribe(phone, subscription()))).toEqual({ code: 'revoked' })
      expect(await refusalOf(kit.store.unsubscribe(phone))).toEqual({ code: 'revoked' })
      await kit.store.unsubscribe(tablet)
    })
  })
}
