import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { viewersOf } from '../../files/viewers.ts'
import type { Caller } from '../../mother.ts'
import type { Sweep } from '../files.ts'
import { type Kit, type OpenStore, post, refusalOf, setUp } from './kit.ts'

const ROOM = 1_000
const HASH = 'a'.repeat(64)

export function filesContract(open: OpenStore) {
  const announce = ({ store }: Kit, caller: Caller, fileId: string = randomUUID(), size = 10, now = 1) =>
    store.createFile(caller, { fileId, size, type: 'text/plain', name: 'a', now }, ROOM)
  const finish = ({ store }: Kit, caller: Caller, fileId: string, now = 2) =>
    store.receiveFile(caller, fileId, { received: 10, sha256: HASH, now })
  const naming = (...files: string[]) => ({ ...post(''), files })
  const remove = (targetId: string) => ({ ...post(''), kind: 'delete', targetId })
  const never: Sweep = { unfinishedBefore: 0, unnamedBefore: 0, deletedBefore: -1 }
  const namingsOf = async ({ store }: Kit, caller: Caller, fileId: string) =>
    (await store.findFile(caller, fileId))?.namings.length
  const viewers = async ({ store }: Kit, caller: Caller, fileId: string) => {
    const file = await store.findFile(caller, fileId)
    const found = file ? viewersOf(file) : new Set<string>()
    return found === 'all' ? found : [...found].sort()
  }

  test('a file is announced once, and receives forward only, also over a restart', async () => {
    const kit = await setUp(open)
    const [ann, other] = [await kit.device(), await kit.device()]
    const made = await announce(kit, ann)
    expect(made).toMatchObject({ uploader: ann.deviceId, size: 10, received: 0, sha256: null, createdAt: 1 })
    expect(await announce(kit, other, made.fileId, 10, 9)).toEqual(made)
    await kit.store.receiveFile(other, made.fileId, { received: 7, now: 2 })
    await kit.store.receiveFile(ann, made.fileId, { received: 3, now: 3 })
    await kit.reopen()
    expect(await kit.store.findFile(ann, made.fileId)).toMatchObject({ received: 7, sha256: null })
    expect(await finish(kit, ann, made.fileId)).toMatchObject({ received: 10, sha256: HASH, named: false })
    expect(await kit.store.receiveFile(ann, randomUUID(), { received: 1, now: 1 })).toBeNull()
  })

  test('another size, another account, and more than there is room for are refused', async () => {
    const kit = await setUp(open)
    const [ann, ben] = [await kit.device(), await kit.device('ben')]
    const { fileId } = await announce(kit, ann)
    expect(await refusalOf(announce(kit, ann, fileId, 11))).toEqual({ code: 'conflict' })
    expect(await refusalOf(announce(kit, ben, fileId))).toEqual({ code: 'conflict' })
    expect(await kit.store.findFile(ben, fileId)).toBeNull()
    expect(await finish(kit, ben, fileId)).toBeNull()
    expect(await refusalOf(kit.store.removeFile(ben, fileId))).toEqual({ code: 'not_found' })
    const refusal = await refusalOf(announce(kit, ann, undefined, ROOM - 9))
    expect(refusal).toEqual({ code: 'quota_exceeded', used: 10, quota: ROOM })
    await announce(kit, ann, undefined, ROOM - 10)
    await announce(kit, ben, undefined, ROOM)
  })

  test('many announcements at once take no more room than there is', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const all = await Promise.allSettled(Array.from({ length: 30 }, () => announce(kit, ann, undefined, 100)))
    expect(all.filter((it) => it.status === 'fulfilled')).toHaveLength(10)
    const same = randomUUID()
    const ben = await kit.device('ben')
    await Promise.all(Array.from({ length: 5 }, () => announce(kit, ben, same)))
    expect((await kit.store.knownFiles([same, randomUUID()])).length).toBe(1)
  })

  test('a removed device does nothing with files', async () => {
    const kit = await setUp(open)
    const [ann, gone] = [await kit.device(), await kit.device()]
    const { fileId } = await announce(kit, gone)
    await kit.store.revokeDevice('ann', gone.deviceId, 5)
    for (const call of [
      () => announce(kit, gone),
      () => kit.store.findFile(gone, fileId),
      () => finish(kit, gone, fileId),
      () => kit.store.removeFile(gone, fileId),
    ])
      expect(await refusalOf(call())).toEqual({ code: 'revoked' })
    expect(await finish(kit, ann, fileId)).toMatchObject({ sha256: HASH })
  })

  test('messages say who may have it: those that see one whose sender may', async () => {
    const kit = await setUp(open)
    const [ann, ben, cleo] = [await kit.device(), await kit.device(), await kit.device()]
    const [early, late] = [randomUUID(), randomUUID()]
    await kit.send(ben, [naming(early, late)])
    for (const fileId of [early, late]) await announce(kit, ann, fileId)
    expect(await viewers(kit, ann, early)).toEqual([ann.deviceId])
    await kit.send(ann, [{ ...naming(early), receiverDeviceId: cleo.deviceId }])
    expect(await viewers(kit, ann, early)).toEqual([ann.deviceId, cleo.deviceId].sort())
    const first = post('x', cleo.deviceId)
    await kit.send(cleo, [first])
    const edit = { ...naming(late), kind: 'edit', targetId: first.messageId, receiverDeviceId: cleo.deviceId }
    await kit.send(cleo, [edit])
    expect(await viewers(kit, ann, late)).toEqual([ann.deviceId])
    await kit.send(ann, [{ ...naming(early), receiverDeviceId: ben.deviceId }])
    // Ben may have it now, so his message for all lets everybody in.
    expect(await viewers(kit, ann, early)).toBe('all')
    expect(await viewers(kit, ann, late)).toEqual([ann.deviceId])
  })

  test('a retry names nothing twice, a message in the middle of others names it, too', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const { fileId } = await announce(kit, ann)
    const items = [post('a'), naming(fileId), post('b')]
    await kit.send(ann, items)
    await kit.send(ann, items)
    // Posts for all are tried without a look first; this one is stored already.
    await kit.send(ann, [naming(fileId), ...items])
    expect(await namingsOf(kit, ann, fileId)).toBe(2)
  })

  test('unfinished, unnamed and unnamed again: each goes when its time is over', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const ids = { unfinished: randomUUID(), unnamed: randomUUID(), named: randomUUID(), deleted: randomUUID() }
    const sweep = (more: Partial<Sweep>) => kit.store.sweepFiles({ ...never, ...more })
    for (const fileId of Object.values(ids)) await announce(kit, ann, fileId, 10, 5)
    for (const fileId of [ids.unnamed, ids.named, ids.deleted]) await finish(kit, ann, fileId, 20)
    const deleted = [naming(ids.deleted), naming(ids.deleted)]
    await kit.send(ann, [naming(ids.named), ...deleted])
    await kit.send(ann, [remove(deleted[0]?.messageId ?? '')], 30)
    expect(await namingsOf(kit, ann, ids.deleted)).toBe(1)
    expect(await sweep({ deletedBefore: 1e9 })).toEqual([])
    await kit.send(ann, [remove(deleted[1]?.messageId ?? '')], 40)
    expect(await sweep({ unfinishedBefore: 5, unnamedBefore: 20, deletedBefore: 39 })).toEqual([])
    expect(await sweep({ unfinishedBefore: 6 })).toEqual([ids.unfinished])
    expect(await sweep({ unnamedBefore: 21 })).toEqual([ids.unnamed])
    expect(await sweep({ deletedBefore: 40 })).toEqual([ids.deleted])
    const all = { unfinishedBefore: 1e9, unnamedBefore: 1e9, deletedBefore: 1e9 }
    expect(await sweep(all)).toEqual([])
    expect(await kit.store.findFile(ann, ids.named)).toMatchObject({ named: true })
  })

  test('a message that comes back from the bin finds its file', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const { fileId } = await announce(kit, ann)
    await finish(kit, ann, fileId)
    const it = naming(fileId)
    await kit.send(ann, [it])
    await kit.send(ann, [remove(it.messageId)], 30)
    expect(await kit.store.findFile(ann, fileId)).toMatchObject({ named: true, namings: [] })
    await kit.send(ann, [naming(fileId)], 31)
    expect(await kit.store.sweepFiles({ ...never, deletedBefore: 1e9 })).toEqual([])
    expect(await viewers(kit, ann, fileId)).toBe('all')
  })

  test('an emptied bin, retention and the end of an account let files go at once', async () => {
    const kit = await setUp(open)
    const [ann, ben] = [await kit.device(), await kit.device('ben')]
    const files = async (caller: Caller, count: number) =>
      Promise.all(Array.from({ length: count }, async () => (await announce(kit, caller)).fileId))
    const [binned, old, young] = await files(ann, 3)
    const ofBen = await files(ben, 2)
    const it = naming(binned as string)
    await kit.send(ann, [it, naming(old as string)], 10)
    await kit.send(ann, [naming(young as string)], 50)
    await kit.send(ann, [remove(it.messageId)], 60)
    const sweep = async () => (await kit.store.sweepFiles({ ...never, deletedBefore: 0 })).sort()
    expect(await sweep()).toEqual([])
    await kit.store.emptyBin('ann')
    expect(await sweep()).toEqual([binned])
    await kit.store.expire({ before: 20 })
    expect(await sweep()).toEqual([old])
    await kit.send(ben, [naming(ofBen[0] as string)])
    await kit.store.revokeDevice('ben', ben.deviceId, 70)
    await kit.store.forget('ben')
    expect(await sweep()).toEqual([...ofBen].sort())
    expect(await namingsOf(kit, ann, young as string)).toBe(1)
  })

  test('its own device takes a file back, unless it is complete and named', async () => {
    const kit = await setUp(open)
    const [ann, other] = [await kit.device(), await kit.device()]
    const { fileId } = await announce(kit, ann)
    await kit.send(ann, [naming(fileId)])
    expect(await refusalOf(kit.store.removeFile(other, fileId))).toEqual({ code: 'forbidden' })
    await finish(kit, ann, fileId)
    expect(await refusalOf(kit.store.removeFile(ann, fileId))).toEqual({ code: 'conflict' })
    const unnamed = await announce(kit, ann)
    await kit.store.removeFile(ann, unnamed.fileId)
    expect(await kit.store.findFile(ann, unnamed.fileId)).toBeNull()
  })
}
