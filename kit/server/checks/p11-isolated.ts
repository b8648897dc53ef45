import { randomUUID } from 'node:crypto'
import { demand, same } from '../../judge/demand.ts'
import { contentsOf, expectRefusal, expectRefused } from '../expect.ts'
import type { Batch } from '../wire.ts'
import { must } from './check.ts'

export const checks = [
  must(
    'P11.a-direct-message-has-two-ends',
    'A third device neither pulls nor changes a direct message.',
    async (kit) => {
      const { version, messageId } = await kit.desk.post('secret', { receiverDeviceId: kit.phone.deviceId })
      const { messages, upTo } = await kit.tablet.pull({ after: version - 1 })
      same([messages, upTo], [[], version], 'the pull of a third device')
      for (const kind of ['edit', 'delete']) {
        const draft = { kind, targetId: messageId, receiverDeviceId: kit.phone.deviceId }
        expectRefused((await kit.tablet.send(draft))[0], 'not_found', `a ${kind} by a third device`)
      }
    },
  ),

  must(
    'P11.changes-of-a-direct-message-stay-between-its-ends',
    'Edits and deletes of a direct message are for its ends.',
    async (kit) => {
      const { messageId, version } = await kit.desk.post('secret', { receiverDeviceId: kit.phone.deviceId })
      const change = { targetId: messageId, receiverDeviceId: kit.phone.deviceId }
      await kit.phone.post('edited', { ...change, kind: 'edit' })
      await kit.desk.post('', { ...change, kind: 'delete' })
      same(
        (await kit.desk.history(version)).map((it) => it.kind),
        ['edit', 'delete'],
        'for the sender of the post',
      )
      same(
        (await kit.phone.history(version)).map((it) => it.kind),
        ['edit', 'delete'],
        'for its receiver',
      )
      same(contentsOf(await kit.tablet.history(version - 1)), [], 'for a third device')
    },
  ),

  must(
    'P11.a-stream-tells-no-direct-message-of-others',
    'The feed of a third device covers its version, without it.',
    async (kit) => {
      kit.needs('stream')
      const { head } = await kit.desk.inbox()
      const stream = await kit.tablet.stream({ after: head })
      try {
        await stream.next('hello')
        await kit.desk.post('secret', { receiverDeviceId: kit.phone.deviceId })
        await kit.desk.post('for all')
        const batches = (await stream.batchesUpTo(head + 2)).map((it) => it.data as Batch)
        same(
          batches.flatMap((it) => contentsOf(it.messages)),
          ['for all'],
          'the feed of the third device',
        )
      } finally {
        stream.close()
      }
    },
  ),

  must('P11.another-account-sees-nothing', 'Nothing of an account reaches a device of another one.', async (kit) => {
    const stranger = await kit.stranger()
    const before = await stranger.inbox()
    const { messageId } = await kit.desk.post('for my own devices')
    same(await stranger.inbox(), before, 'head and digest of the other account')
    same(
      (await stranger.history()).filter((it) => it.messageId === messageId),
      [],
      'its history',
    )
    const { json } = await kit.http('GET', '/v1/devices', { token: stranger.token })
    const ids = json.devices.map((it: { deviceId: string }) => it.deviceId)
    demand(!ids.includes(kit.desk.deviceId), 'its list of devices shows a device of this account')
  }),

  must(
    'P11.another-account-reaches-nothing',
    'A device cannot name receivers, targets or devices of another account.',
    async (kit) => {
      const stranger = await kit.stranger()
      const { messageId } = await kit.desk.post('not yours')
      const [direct, edit] = await stranger.send(
        { receiverDeviceId: kit.desk.deviceId },
        { kind: 'edit', targetId: messageId },
      )
      expectRefused(direct, 'unknown_receiver', 'a message to a device of another account')
      expectRefused(edit, 'not_found', 'an edit of a message of another account')
      const renamed = await kit.http('PATCH', `/v1/devices/${kit.desk.deviceId}`, {
        ...{ token: stranger.token, json: { name: 'mine' } },
      })
      expectRefusal(renamed, 'not_found', 'to rename a device of another account')
      // The same id may exist there: another account's message is no duplicate.
      const [own] = await stranger.send({ messageId, content: 'its own' })
      same(own?.ok && own.duplicate, false, 'a message under an id that another account uses')
    },
  ),

  must(
    'P11.without-a-token-nothing',
    'A call without a token, or with a wrong one, is unauthenticated.',
    async (kit) => {
      for (const path of ['/v1/messages', '/v1/inbox', '/v1/devices', '/v1/stream']) {
        expectRefusal(await kit.http('GET', path), 'unauthenticated', `GET ${path} without a token`)
      }
      const wrong = await kit.http('GET', '/v1/messages', { token: randomUUID() })
      expectRefusal(wrong, 'unauthenticated', 'a wrong token')
    },
  ),
]
