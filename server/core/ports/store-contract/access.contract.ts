import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { propose } from '../../messages/proposal.ts'
import type { Caller } from '../../mother.ts'
import { mark, newDevice, type OpenStore, post, setUp } from './kit.ts'

/** An account with a device, and a script that may only send. */
async function setUpScript(open: OpenStore) {
  const kit = await setUp(open)
  const ann = await kit.device('ann', randomUUID(), 1)
  await kit.send(ann, [post('one'), post('two')])
  const script: Caller = { userId: 'ann', deviceId: randomUUID(), access: 'send' }
  const device = { ...newDevice(script.deviceId, 2), access: 'send', offeredBy: ann.deviceId } as const
  await kit.store.createDevice('ann', device, randomBytes(16))
  return { ...kit, ann, script }
}

export function accessContract(open: OpenStore) {
  test('a device is listed with its rights, with head when it was made, and with the device that invited it', async () => {
    const { store, ann, script } = await setUpScript(open)
    const [first, second] = await store.listDevices('ann')
    expect(first).toMatchObject({ access: 'full', joinedAtVersion: 0 })
    expect(first).not.toHaveProperty('offeredBy')
    expect(second).toMatchObject({ access: 'send', joinedAtVersion: 2, offeredBy: ann.deviceId })
    expect(await store.renameDevice('ann', script.deviceId, 'cron')).toEqual({ ...second, name: 'cron' })
    expect(await store.findToken('ann', script.deviceId)).toMatchObject({ access: 'send' })
    expect(await store.findToken('ann', ann.deviceId)).toMatchObject({ access: 'full' })
  })

  test('a device that may only send receives nothing: no message can be addressed to it', async () => {
    const { send, ann, script } = await setUpScript(open)
    // Again, now that the log and its devices are known.
    for (const content of ['once', 'again']) {
      expect(await send(ann, [post(content, script.deviceId)])).toMatchObject([{ error: { code: 'unknown_receiver' } }])
      expect(await send(script, [post(content), post(content, ann.deviceId)])).toMatchObject([
        { ok: true },
        { ok: true },
      ])
    }
  })

  test('it edits and deletes its own posts, and no others', async () => {
    const { store, send, ann, script } = await setUpScript(open)
    const [own, other] = [post('mine'), post('not mine')]
    await send(script, [own])
    await send(ann, [other])
    const change = (targetId: string, kind: string) => ({ ...post('changed'), targetId, kind })
    const items = [own, other].flatMap((it) => ['edit', 'delete'].map((kind) => change(it.messageId, kind)))
    const proposals = items.map((it) => propose(script.deviceId, it))
    const { results } = await store.append(script, proposals, 3)
    expect(results.map((it) => (it.ok ? 'ok' : it.error.code))).toEqual(['ok', 'ok', 'forbidden', 'forbidden'])
    expect(await send(ann, [change(own.messageId, 'edit')])).toMatchObject([{ ok: true }])
  })

  test('it makes no marks, not even on its own posts', async () => {
    const { store, send, ann, script } = await setUpScript(open)
    const own = post('mine')
    await send(script, [own])
    const pin = mark(own.messageId, '{"pinned":true}')
    const { results } = await store.append(script, [propose(script.deviceId, pin)], 3)
    expect(results).toMatchObject([{ error: { code: 'forbidden' } }])
    expect(await send(ann, [pin])).toMatchObject([{ ok: true }])
  })

  test('the names of removed devices stay, the latest first', async () => {
    const { store, ann, script } = await setUpScript(open)
    expect(await store.formerDevices('ann')).toEqual([])
    await store.revokeDevice('ann', script.deviceId, 7)
    await store.revokeDevice('ann', ann.deviceId, 8)
    const former = await store.formerDevices('ann')
    expect(former.map((it) => [it.deviceId, it.name, it.platform, it.revokedAt])).toEqual([
      [ann.deviceId, 'a device', '', 8],
      [script.deviceId, 'a device', '', 7],
    ])
    expect(await store.formerDevices('ben')).toEqual([])
  })
}
