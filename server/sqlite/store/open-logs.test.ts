import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { propose } from '../../core/messages/proposal.ts'
import { newDevice, post, refusalOf, setUp } from '../../core/ports/store-contract/kit.ts'
import { openDatabase } from '../database/open-database.ts'
import { createSqliteStore } from './sqlite-store.ts'

const open = () => setUp((folder) => createSqliteStore(openDatabase(join(folder, 'roost.db'))))

test('of what shares a transaction, each sees what the ones before it have left', async () => {
  const kit = await open()
  const [ann, other, ben] = [await kit.device('ann'), await kit.device('ann'), await kit.device('ben')]
  const send = (caller = ann, item: object = post()) => kit.store.append(caller, [propose(caller.deviceId, item)], 1)
  const late = randomUUID()
  const twice = post()

  const [first, , , , again, , afterwards, refused, direct] = await Promise.all([
    send(ann, twice),
    send(ben),
    send(other),
    kit.store.createDevice('ann', newDevice(late), randomBytes(16)),
    send(other, twice),
    kit.store.revokeDevice('ann', ann.deviceId, 2),
    send(other),
    refusalOf(send(ann)),
    send(other, post('to the new one', late)),
  ])

  expect(first).toMatchObject({ from: 0, upTo: 1 })
  expect(again.results).toMatchObject([{ ok: false, error: { code: 'conflict' } }])
  expect(afterwards).toMatchObject({ from: 2, upTo: 3 })
  expect(refused).toEqual({ code: 'revoked' })
  expect(direct).toMatchObject({ from: 3, upTo: 4, results: [{ ok: true }] })
  expect(await kit.store.summary(other)).toMatchObject({ head: 4, digest: direct.digest })
  expect((await kit.pullAll(other)).map((it) => it.version)).toEqual([1, 2, 3, 4])
  expect(await kit.store.summary(ben)).toMatchObject({ head: 1 })
})

test('a transaction that is rolled back leaves no head behind', async () => {
  const kit = await open()
  const ann = await kit.device('ann')
  const stranger = { userId: 'ann', deviceId: randomUUID() }
  const send = (caller = ann) => kit.store.append(caller, [propose(caller.deviceId, post())], 1)
  const [one, refused, two] = await Promise.all([send(), refusalOf(send(stranger)), send()])
  expect(refused).toEqual({ code: 'unauthenticated' })
  expect([one, two]).toMatchObject([
    { from: 0, upTo: 1 },
    { from: 1, upTo: 2 },
  ])
  expect(await kit.store.summary(ann)).toMatchObject({ head: 2, digest: two.digest })
})
