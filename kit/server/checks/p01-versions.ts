import { randomUUID } from 'node:crypto'
import { demand, Skipped, same } from '../../judge/demand.ts'
import { complete } from '../device.ts'
import { versionsOf } from '../expect.ts'
import type { Stored } from '../wire.ts'
import { must } from './check.ts'

export const checks = [
  must('P1.a-new-history-begins-at-1', 'The first message of an account has version 1.', async (kit) => {
    const stranger = await kit.stranger()
    const { head } = await stranger.inbox()
    if (head !== 0) throw new Skipped('the second account has messages already')
    same((await stranger.post('first')).version, 1, 'the first version')
  }),

  must('P1.each-message-takes-the-next-version', 'Versions grow by one, in the order of a request.', async (kit) => {
    const { head } = await kit.desk.inbox()
    const results = await kit.desk.send({ content: 'a' }, { content: 'b' }, { content: 'c' })
    same(
      results.map((it) => it.ok && it.version),
      [head + 1, head + 2, head + 3],
      'the versions of one request',
    )
    same((await kit.phone.post('d')).version, head + 4, 'the version of the next request')
    same((await kit.tablet.inbox()).head, head + 4, 'head')
  }),

  must('P1.refused-messages-take-none', 'A refused message leaves no gap in the versions.', async (kit) => {
    const { head } = await kit.desk.inbox()
    const results = await kit.desk.send({ content: 'a' }, { receiverDeviceId: randomUUID() }, { content: 'b' })
    same(
      results.map((it) => it.ok && it.version),
      [head + 1, false, head + 2],
      'the versions around a refusal',
    )
  }),

  must(
    'P1.sends-at-once-get-one-order',
    'Sends that come at once get one line of versions without a gap.',
    async (kit) => {
      const { head } = await kit.desk.inbox()
      const sends = Array.from({ length: 12 }, (_, n) =>
        [kit.desk, kit.phone, kit.tablet][n % 3]?.send(...['x', 'y', 'z'].map((it) => ({ content: `${n}${it}` }))),
      )
      const requests = (await Promise.all(sends)).map((it) => it as Stored[])
      for (const results of requests) {
        const versions = versionsOf(results)
        demand(
          versions.every((it, n) => n === 0 || it > (versions[n - 1] ?? 0)),
          'a request keeps its own order',
        )
      }
      const all = requests.flatMap(versionsOf).sort((a, b) => a - b)
      same(
        all,
        Array.from({ length: 36 }, (_, n) => head + 1 + n),
        'the versions of 12 requests at once',
      )
      same(versionsOf(await kit.desk.history(head)), all, 'the history afterwards')
    },
  ),

  must(
    'P2.acknowledged-is-there-at-once',
    'Each device can pull a message as soon as its sender has its answer.',
    async (kit) => {
      for (let n = 0; n < 10; n++) {
        const { version, messageId } = await kit.desk.post(`read your writes ${n}`)
        const { messages } = await kit.phone.pull({ after: version - 1 })
        same(messages[0]?.messageId, messageId, `the message of version ${version}`)
      }
    },
  ),

  must(
    'P2.acknowledged-outlives-a-kill',
    'A message that the server acknowledged is there after it was killed.',
    async (kit) => {
      const sent: Stored[] = []
      for (let n = 0; n < 20; n++) sent.push(await kit.desk.post(`before the kill ${n}`))
      const { digest, head } = await kit.desk.inbox()
      await kit.restart()
      const after = await kit.desk.history((sent[0]?.version ?? 0) - 1)
      same(
        after.map((it) => it.messageId),
        sent.map((it) => it.messageId),
        'the history after a kill',
      )
      same(
        (await kit.phone.tryPull({ after: head, digest })).status,
        200,
        'a pull with the digest from before the kill',
      )
    },
  ),

  must(
    'P10.a-request-keeps-its-order',
    'Messages of one request get versions in the order of the request.',
    async (kit) => {
      const { head } = await kit.desk.inbox()
      const drafts = Array.from({ length: 100 }, (_, n) => complete({ content: `in order ${n}` }))
      await kit.desk.send(...drafts)
      const ids = (await kit.phone.history(head)).map((it) => it.messageId)
      same(
        ids,
        drafts.map((it) => it.messageId),
        'the order of 100 messages',
      )
    },
  ),
]
