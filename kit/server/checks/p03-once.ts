import { demand, same, short } from '../../judge/demand.ts'
import { complete } from '../device.ts'
import { expectRefused } from '../expect.ts'
import type { SendResult } from '../wire.ts'
import { must } from './check.ts'

function expectDuplicate(result: SendResult | undefined, version: number, what: string) {
  demand(
    result?.ok === true && result.duplicate === true && result.version === version,
    `${what}: expected the first version ${version} as a duplicate, got ${short(result)}`,
  )
}

export const checks = [
  must(
    'P3.a-retry-gets-the-first-version',
    'The same message again is stored once, and answered alike.',
    async (kit) => {
      const message = complete({ content: 'once', composedAt: 1_764_000_000_000 })
      const [first] = await kit.desk.send(message)
      demand(first?.ok === true && first.duplicate === false, `a new message is no duplicate: ${short(first)}`)
      await kit.phone.post('in between')
      const [again] = await kit.desk.send(message)
      expectDuplicate(again, first.version, 'the retry')
      same(again?.ok && again.timestamp, first.timestamp, 'the timestamp of a retry')
      const found = (await kit.phone.history(first.version - 1)).filter((it) => it.messageId === message.messageId)
      same(found.length, 1, 'copies in the history')
    },
  ),

  must(
    'P3.composedAt-makes-no-other-message',
    'A retry may say another composedAt; the first one stays.',
    async (kit) => {
      const message = complete({ content: 'composed', composedAt: 1_000 })
      const [first] = await kit.desk.send(message)
      const [again] = await kit.desk.send({ ...message, composedAt: 2_000 })
      demand(first?.ok, 'the message was refused')
      expectDuplicate(again, first.version, 'a retry with another composedAt')
      same((await kit.phone.pull({ after: first.version - 1 })).messages[0]?.composedAt, 1_000, 'composedAt')
    },
  ),

  must(
    'P3.another-message-under-the-id-is-a-conflict',
    'Other content, receiver, type or sender is a conflict.',
    async (kit) => {
      const message = complete({ content: 'mine' })
      await kit.desk.send(message)
      const { head } = await kit.desk.inbox()
      const others = [
        { content: 'other' },
        { receiverDeviceId: kit.phone.deviceId },
        { contentType: 'text/markdown' },
        { kind: 'mark', targetId: message.messageId },
      ]
      for (const it of others) {
        expectRefused((await kit.desk.send({ ...message, ...it }))[0], 'conflict', `the id again with ${short(it)}`)
      }
      expectRefused((await kit.phone.send(message))[0], 'conflict', 'the same message from another device')
      same((await kit.desk.inbox()).head, head, 'head after conflicts')
    },
  ),

  must('P3.twice-in-one-request', 'A message that stands twice in a request is stored once.', async (kit) => {
    const message = complete({ content: 'twice' })
    const [first, second] = await kit.desk.send(message, message)
    demand(first?.ok, 'the message was refused')
    expectDuplicate(second, first.version, 'the second one')
  }),

  must('P3.retries-at-once', 'The same message in ten requests at once is stored once.', async (kit) => {
    const message = complete({ content: 'at once' })
    const { head } = await kit.desk.inbox()
    const results = (await Promise.all(Array.from({ length: 10 }, () => kit.desk.send(message)))).flat()
    same(
      results.map((it) => it.ok && it.version),
      results.map(() => head + 1),
      'the versions of ten retries',
    )
    same(results.filter((it) => it.ok && !it.duplicate).length, 1, 'how often it was no duplicate')
  }),

  must(
    'P3.a-retry-outlives-delete-and-removal',
    'A retry is recognised after its message was deleted and its receiver removed.',
    async (kit) => {
      const gone = await kit.newDevice('removed receiver')
      const [toAll, toGone] = [complete({ content: 'to be deleted' }), complete({ receiverDeviceId: gone.deviceId })]
      const [first, second] = await kit.desk.send(toAll, toGone)
      await kit.desk.send({ kind: 'delete', targetId: toAll.messageId, content: '' })
      await kit.remove(gone)
      const [again, againGone] = await kit.desk.send(toAll, toGone)
      demand(first?.ok && second?.ok, 'a message was refused')
      expectDuplicate(again, first.version, 'a retry of a deleted message')
      expectDuplicate(againGone, second.version, 'a retry to a removed device')
    },
  ),

  must('P9.a-refusal-belongs-to-one-message', 'The server stores the messages around a refused one.', async (kit) => {
    const { head } = await kit.desk.inbox()
    const bad: [unknown, string, string | null][] = [
      [{ ...complete({}), kind: 'poem' }, 'invalid_request', 'its id'],
      [{ ...complete({}), content: 7 }, 'invalid_request', 'its id'],
      [{ ...complete({}), content: 'x'.repeat(65_537) }, 'payload_too_large', 'its id'],
      [{ ...complete({}), messageId: 'no-uuid' }, 'invalid_request', null],
      ['no object', 'invalid_request', null],
      [complete({ receiverDeviceId: '0190a0e0-0000-7000-8000-00000000dead' }), 'unknown_receiver', 'its id'],
      [complete({ kind: 'edit', targetId: '0190a0e0-0000-7000-8000-00000000dead' }), 'not_found', 'its id'],
      [complete({ kind: 'edit' }), 'invalid_request', 'its id'],
      [complete({ targetId: '0190a0e0-0000-7000-8000-00000000dead' }), 'invalid_request', 'its id'],
    ]
    const good = bad.map((_, n) => complete({ content: `good ${n}` }))
    const answer = await kit.desk.trySend(bad.flatMap(([it], n) => [it, good[n]]))
    same(answer.status, 200, 'the status of a request with refused messages')
    const results: SendResult[] = answer.json.results
    bad.forEach(([it, code, id], n) => {
      const result = results[2 * n]
      expectRefused(result, code, short(it))
      same(result?.messageId, id === null ? null : (it as { messageId: string }).messageId, 'the id of a refusal')
      const next = results[2 * n + 1]
      same(next?.ok && next.version, head + 1 + n, 'the version of the message after it')
    })
  }),

  must('P9.a-whole-request-is-refused-whole', 'No list of 1 to 500 messages: nothing is stored.', async (kit) => {
    const { head } = await kit.desk.inbox()
    const tooMany = Array.from({ length: 501 }, () => complete({ content: 'x' }))
    for (const messages of [[], tooMany, { 0: complete({}) }, undefined]) {
      const answer = await kit.http('POST', '/v1/messages', { token: kit.desk.token, json: { messages } })
      same([answer.status, answer.json?.error?.code], [400, 'invalid_request'], `messages: ${short(messages)}`)
    }
    same((await kit.desk.inbox()).head, head, 'head')
  }),
]
