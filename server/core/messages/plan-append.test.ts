import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SendResult } from '../../../lib/protocol/send.ts'
import { arbitraryItem, messageIds, strangerId } from '../ports/store-contract/arbitrary-items.ts'
import { createNaiveLog, type Outcome, type RawItem } from '../ports/store-contract/naive-log.ts'
import { type AppendFacts, idsToLookUp, type KnownMessage, planAppend, receiversToLookUp } from './plan-append.ts'
import { propose } from './proposal.ts'

const [ann, ben, cleo, gone] = ['a', 'b', 'c', 'd'].map((c) => `${c.repeat(8)}-0000-7000-8000-000000000000`) as [
  string,
  string,
  string,
  string,
]
const [id0, id1, id2, id3] = messageIds as [string, string, string, string]
const live = new Set([ann, ben, cleo])

/** Applies a plan like the simplest store. */
function createMemory() {
  const known = new Map<string, KnownMessage>()
  const contents: string[] = []
  let head = 0
  let digest: Uint8Array = new Uint8Array(16)

  const memory = {
    contents,
    digest: () => Buffer.from(digest).toString('hex'),
    send: (sender: string, items: readonly unknown[], now = 1) => memory.sendTogether([[sender, items]], now),
    sendTogether(requests: readonly (readonly [sender: string, items: readonly unknown[]])[], now = 1): SendResult[] {
      const sends = requests.map(([sender, items]) => ({
        ...{ senderDeviceId: sender, now },
        proposals: items.map((it) => propose(sender, it)),
      }))
      const proposals = sends.flatMap((it) => it.proposals)
      const lookUp = idsToLookUp(proposals)
      const facts: AppendFacts = {
        head,
        digest,
        known: new Map([...known].filter(([id]) => lookUp.has(id))),
        liveDevices: new Set([...receiversToLookUp(proposals)].filter((id) => live.has(id))),
      }
      const plan = planAppend(facts, sends)
      expect(plan.sends.map((it) => it.from)).toEqual([head, ...plan.sends.map((it) => it.upTo)].slice(0, -1))
      for (const it of plan.inserts) {
        known.set(it.message.messageId, { ...it.message, ...it })
        contents.push(it.message.content)
      }
      for (const version of plan.deletes) {
        for (const [id, it] of known) if (it.version === version) known.set(id, { ...it, deleted: true })
        for (const it of known.values()) {
          const isEdit = 'message' in it && (it.message as { targetVersion?: number }).targetVersion === version
          if (it.version === version || isEdit) contents[it.version - 1] = ''
        }
      }
      head = plan.head
      digest = plan.digest
      return plan.sends.flatMap((it) => it.results)
    },
  }
  return memory
}

const outcomeOf = (it: SendResult): Outcome =>
  it.ok ? { version: it.version, duplicate: it.duplicate } : { code: it.error.code }

const post = (messageId: string, content = 'hi', receiverDeviceId = 'all') => ({ messageId, receiverDeviceId, content })
const change = (
  kind: 'edit' | 'delete',
  messageId: string,
  targetId: string,
  content = '',
  receiverDeviceId = 'all',
) => ({
  ...{ messageId, receiverDeviceId, content, kind, targetId },
})

describe('planAppend', () => {
  test('decides like the naive log, whatever comes and however it is cut into requests', () => {
    const sends = fc.array(
      fc.tuple(
        fc.constantFrom(ann, ben, cleo),
        fc.array(arbitraryItem([ann, ben, gone, strangerId]), { maxLength: 10 }),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(sends, (requests) => {
        const naive = createNaiveLog((id) => live.has(id))
        const memory = createMemory()
        const [oneByOne, together] = [createMemory(), createMemory()]
        for (const [sender, items] of requests) {
          const outcomes = memory.send(sender, items).map(outcomeOf)
          expect(outcomes).toEqual(items.map((it: RawItem) => naive.send(sender, it)))
          for (const it of items) oneByOne.send(sender, [it])
        }
        const seenByAll = [ann, ben, cleo, gone].flatMap((id) => naive.seenBy(id))
        for (const [version, , content] of seenByAll) expect(memory.contents[version - 1]).toBe(content)
        expect(memory.contents).toHaveLength(naive.head())
        together.sendTogether(requests)
        for (const it of [oneByOne, together]) {
          expect(it.contents).toEqual(memory.contents)
          expect(it.digest()).toBe(memory.digest())
        }
      }),
      { numRuns: 400 },
    )
  })

  test('an id twice in one request is stored once', () => {
    const results = createMemory().send(ann, [post(id0), post(id0), post(id0, 'other')])
    expect(results.map(outcomeOf)).toEqual([
      { version: 1, duplicate: false },
      { version: 1, duplicate: true },
      { code: 'conflict' },
    ])
  })

  test('an edit, and a delete of it all, of a post earlier in the same request', () => {
    const memory = createMemory()
    memory.send(ann, [post(id0), change('edit', id1, id0, 'better'), change('delete', id2, id0, 'why')])
    memory.send(ann, [change('edit', id3, id0, 'too late')])
    expect(memory.contents).toEqual(['', '', '', ''])
  })

  test('an edit behind a delete in the same request is stored empty, whenever the post was stored', () => {
    const [fresh, old] = [createMemory(), createMemory()]
    fresh.send(ann, [post(id0), change('delete', id1, id0), change('edit', id2, id0, 'too late')])
    old.send(ann, [post(id0)])
    old.send(ann, [change('delete', id1, id0), change('edit', id2, id0, 'too late')])
    expect([fresh.contents, old.contents]).toEqual([
      ['', '', ''],
      ['', '', ''],
    ])
  })

  test('the messageId is looked up before anything else: a wrong item under a taken id is a conflict', () => {
    const memory = createMemory()
    memory.send(ann, [post(id0)])
    const results = memory.send(ann, [{ messageId: id0 }, { messageId: id1 }, { content: 'no id' }])
    expect(results).toMatchObject([
      { messageId: id0, error: { code: 'conflict' } },
      { messageId: id1, error: { code: 'invalid_request' } },
      { messageId: null, error: { code: 'invalid_request' } },
    ])
  })

  test('a retry is told the first version and timestamp, with the defaults spelled out or not', () => {
    const memory = createMemory()
    memory.send(ann, [post(id0)], 100)
    const [again] = memory.send(ann, [{ ...post(id0), kind: 'post', contentType: 'text/plain' }], 200)
    expect(again).toEqual({ messageId: id0, ok: true, version: 1, timestamp: 100, duplicate: true })
  })

  test('the same payload from another sender is a conflict', () => {
    const memory = createMemory()
    memory.send(ann, [post(id0)])
    expect(memory.send(ben, [post(id0)]).map(outcomeOf)).toEqual([{ code: 'conflict' }])
  })

  test('what the sender may not see is not there to be changed; the sender of the target sees the change', () => {
    const memory = createMemory()
    memory.send(ann, [post(id0, 'for ben', ben)])
    const by = (sender: string) => memory.send(sender, [change('edit', id1, id0, 'x', ben)]).map(outcomeOf)
    expect(by(cleo)).toEqual([{ code: 'not_found' }])
    expect(by(ben)).toEqual([{ version: 2, duplicate: false }])
    // The edit went from ben to ben. Ann sees it as the sender of its target, and so learns that it is no post.
    const onEdit = (sender: string) => memory.send(sender, [change('delete', id2, id1, '', ben)]).map(outcomeOf)
    expect(onEdit(ann)).toEqual([{ code: 'invalid_request' }])
    expect(onEdit(cleo)).toEqual([{ code: 'not_found' }])
  })

  test('a change must be addressed like its target', () => {
    const memory = createMemory()
    memory.send(ann, [post(id0)])
    expect(memory.send(ann, [change('edit', id1, id0, 'x', ben)])).toMatchObject([
      { error: { code: 'invalid_request', message: expect.stringContaining('receiverDeviceId') } },
    ])
  })
})
