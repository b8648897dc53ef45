import { expect, test } from 'vitest'
import { RoostError } from '../../../lib/protocol/error.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import type { Appended } from '../ports/store.ts'
import { createSendBatcher } from './batch-sends.ts'
import type { Proposal } from './proposal.ts'
import { propose } from './proposal.ts'

const [ann, ben] = ['ann', 'ben'].map((deviceId) => ({ userId: 'user', deviceId })) as [Caller, Caller]
type Caller = { userId: string; deviceId: string }

let ids = 0
const post = (content = 'hi'): Proposal => {
  const messageId = `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`
  return propose('ann', { messageId, receiverDeviceId: 'all', content })
}

/** A store that only counts versions. `refuse` returns the error with which an append fails. */
function createStore(refuse: (proposals: readonly Proposal[]) => Error | undefined = () => undefined) {
  const calls: { deviceId: string; proposals: readonly Proposal[] }[] = []
  const told: string[] = []
  let head = 0
  const send = createSendBatcher(
    async ({ deviceId }, proposals): Promise<Appended> => {
      calls.push({ deviceId, proposals })
      const error = refuse(proposals)
      if (error) throw error
      const from = head
      const results = proposals.map((it) => ({
        ...{ messageId: it.messageId as string, ok: true as const, version: ++head, timestamp: 0, duplicate: false },
      }))
      return { results, from, upTo: head, digest: '', floor: 0 }
    },
    (_caller, { from, upTo }) => told.push(`${from}-${upTo}`),
  )
  return { send, calls, told }
}

const versions = (results: { ok: boolean; version?: number }[]) => results.map((it) => it.version)

test('what a device sends in one piece is one append, and each send gets its own results', async () => {
  const { send, calls, told } = createStore()
  const answers = await Promise.all([send(ann, [post()]), send(ben, [post()]), send(ann, [post(), post()])])
  expect(calls.map((it) => [it.deviceId, it.proposals.length])).toEqual([
    ['ann', 3],
    ['ben', 1],
  ])
  expect(answers.map(versions)).toEqual([[1], [4], [2, 3]])
  expect(told).toEqual(['0-3', '3-4'])
  await send(ann, [post()])
  expect(calls).toHaveLength(3)
})

test('an append holds no more than one request may, in messages and in what they say, and the order stays', async () => {
  const { send, calls } = createStore()
  const half = Array.from({ length: limits.sendItems / 2 }, () => post())
  const answers = await Promise.all([send(ann, half), send(ann, half), send(ann, [post()])])
  expect(calls.map((it) => it.proposals.length)).toEqual([limits.sendItems, 1])
  expect(answers.map((it) => versions(it)[0])).toEqual([1, 251, 501])

  calls.length = 0
  const long = Array.from({ length: 9 }, () => post('x'.repeat(limits.contentBytes)))
  await Promise.all([send(ann, long), send(ann, long)])
  expect(calls.map((it) => it.proposals.length)).toEqual([9, 9])
})

test('a refusal is told to all; what one of them broke harms no other', async () => {
  const revoked = createStore(() => new RoostError('revoked', 'gone'))
  const refused = await Promise.allSettled([revoked.send(ann, [post()]), revoked.send(ann, [post()])])
  expect(refused.map((it) => it.status === 'rejected' && it.reason.code)).toEqual(['revoked', 'revoked'])
  expect(revoked.calls).toHaveLength(1)

  const isPoison = (it: Proposal) => it.valid && it.item.content === 'poison'
  const { send, told } = createStore((all) => (all.some(isPoison) ? new Error('a bug') : undefined))
  const settled = await Promise.allSettled([send(ann, [post()]), send(ann, [post('poison')]), send(ann, [post()])])
  expect(settled.map((it) => (it.status === 'fulfilled' ? versions(it.value) : it.reason.message))).toEqual([
    [1],
    'a bug',
    [2],
  ])
  expect(told).toEqual(['0-1', '1-2'])
})
