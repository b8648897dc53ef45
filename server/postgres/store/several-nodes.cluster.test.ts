import { randomBytes, randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { propose } from '../../core/messages/proposal.ts'
import type { Store } from '../../core/ports/store.ts'
import { newDevice, newPairing, post, refusalOf } from '../../core/ports/store-contract/kit.ts'
import { openPostgresStore } from '../open-postgres-store.ts'

async function startNodes() {
  const url = await testDatabase()
  const nodes = await Promise.all([openPostgresStore(url), openPostgresStore(url), openPostgresStore(url)])
  onTestFinished(async () => {
    for (const node of nodes) await node.close()
  })
  const ann = { userId: 'ann', deviceId: randomUUID() }
  await nodes[0]?.createDevice('ann', newDevice(ann.deviceId), randomBytes(16))
  return { nodes, ann }
}

test('nodes that send for one user at once give one line of versions, and every pull sees a part of it without holes', async () => {
  const { nodes, ann } = await startNodes()
  const reader = nodes[0] as Store
  let sending = true
  const reading = (async () => {
    for (let cursor = 0; sending || cursor < 180; ) {
      const batch = await reader.pull(ann, { after: cursor })
      const versions = batch.messages.map((it) => JSON.parse(it).version)
      expect(versions).toEqual(versions.map((_, n) => cursor + n + 1))
      expect([batch.upTo, batch.head]).toEqual([cursor + versions.length, batch.upTo])
      cursor = batch.upTo
    }
  })()
  // Sixty each, one after the other, so that there are many commits to read in between.
  const sent = nodes.map(async (node) => {
    const results = []
    for (let n = 0; n < 60; n += 1) {
      const {
        results: [result],
      } = await node.append(ann, [propose(ann.deviceId, post(`${n}`))], n)
      results.push(result)
    }
    return results
  })
  const results = (await Promise.all(sent)).flat()
  sending = false
  await reading
  const versions = results.map((it) => (it?.ok ? it.version : 0)).sort((a, b) => a - b)
  expect(versions).toEqual(versions.map((_, n) => n + 1))
})

test('one message sent through every node at once is stored once', async () => {
  const { nodes, ann } = await startNodes()
  const proposals = [propose(ann.deviceId, post('once'))]
  const appended = await Promise.all(nodes.map((it) => it.append(ann, proposals, 1)))
  expect(appended.map((it) => it.results[0])).toMatchObject(nodes.map(() => ({ ok: true, version: 1 })))
  expect(appended.filter((it) => it.upTo > it.from)).toHaveLength(1)
})

test('a code that is claimed on every node at once makes one device', async () => {
  const { nodes, ann } = await startNodes()
  const codeHash = randomBytes(32)
  await nodes[0]?.addPairing(ann, newPairing(codeHash), 0)
  const claims = await Promise.all(nodes.map((it) => it.claimPairing(codeHash, newDevice(randomUUID()))))
  expect(claims.filter(Boolean)).toHaveLength(1)
  expect(await nodes[1]?.listDevices('ann')).toHaveLength(2)
})

test('what a device does on other nodes while it is revoked comes before the revocation or is refused', async () => {
  const { nodes, ann } = await startNodes()
  const [one, other, third] = nodes as [Store, Store, Store]
  const gone = { userId: 'ann', deviceId: randomUUID() }
  await one.createDevice('ann', newDevice(gone.deviceId), randomBytes(16))
  let revoked = false
  let stored = 0
  const sending = (async () => {
    for (;;) {
      const late = revoked
      const outcome = await other.append(gone, [propose(gone.deviceId, post())], 1).catch((error) => error.code)
      if (outcome === 'revoked') return
      expect(late).toBe(false)
      stored += 1
    }
  })()
  while (stored < 3) await third.summary(ann)
  await one.revokeDevice('ann', gone.deviceId, 2)
  revoked = true
  expect(await refusalOf(third.pull(gone, {}))).toEqual({ code: 'revoked' })
  const { head } = await third.summary(ann)
  await sending
  expect(await third.summary(ann)).toMatchObject({ head })
})
