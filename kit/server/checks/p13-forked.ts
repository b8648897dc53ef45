import { demand, same, short } from '../../judge/demand.ts'
import { expectRefusal, expectStatus } from '../expect.ts'
import type { Answer } from '../http.ts'
import { must } from './check.ts'

function expectFork(answer: Answer, { head, floor }: { head: number; floor: number }, what: string) {
  expectRefusal(answer, 'history_forked', what)
  same([answer.json.error.head, answer.json.error.floor], [head, floor], `${what}: head and floor of the error`)
}

export const checks = [
  must(
    'P13.another-digest-is-a-fork',
    'A pull with a digest that is not the server’s is history_forked.',
    async (kit) => {
      const inbox = await kit.desk.inbox()
      const wrong = await kit.phone.tryPull({ after: inbox.head, digest: 'anotherHistory_00000000' })
      expectFork(wrong, inbox, 'a pull with another digest')
      expectStatus(await kit.phone.tryPull({ after: inbox.head, digest: inbox.digest }), 200, 'a pull with its digest')
    },
  ),

  must(
    'P13.a-cursor-beyond-head-is-a-fork',
    'A pull after a version that the server does not have is history_forked.',
    async (kit) => {
      const inbox = await kit.desk.inbox()
      expectFork(await kit.phone.tryPull({ after: inbox.head + 1 }), inbox, 'a pull after head + 1')
    },
  ),

  must(
    'P13.a-digest-holds-at-its-version',
    'The digest of an older version stays right, and is right there only.',
    async (kit) => {
      const first = await kit.desk.inbox()
      await kit.desk.send({ content: 'a' }, { content: 'b' })
      const second = await kit.desk.inbox()
      demand(first.digest !== second.digest, 'two messages left the digest as it was')
      demand(/^[\w-]{1,64}$/.test(second.digest), `a digest is 1 to 64 of A-Za-z0-9_-: ${short(second.digest)}`)
      expectStatus(await kit.phone.tryPull({ after: first.head, digest: first.digest }), 200, 'an old position')
      const mixed = { after: first.head, digest: second.digest }
      expectRefusal(await kit.phone.tryPull(mixed), 'history_forked', 'an old version with a new digest')
    },
  ),

  must(
    'P13.all-devices-see-one-digest',
    'Every device gets the same digest for a version, whatever it may see.',
    async (kit) => {
      const { version } = await kit.desk.post('direct', { receiverDeviceId: kit.phone.deviceId })
      const batches = await Promise.all([kit.desk, kit.phone, kit.tablet].map((it) => it.pull({ after: version - 1 })))
      same(new Set(batches.map((it) => it.digest)).size, 1, 'how many digests there are')
      same(batches[0]?.digest, (await kit.desk.inbox()).digest, 'the digest of GET /v1/inbox')
    },
  ),

  must('P13.a-delete-changes-no-digest', 'A delete leaves the digests of older versions as they were.', async (kit) => {
    const { version, messageId } = await kit.desk.post('will be deleted')
    const { digest } = await kit.desk.inbox()
    await kit.desk.send({ kind: 'delete', targetId: messageId, content: '' })
    expectStatus(await kit.phone.tryPull({ after: version, digest }), 200, 'a pull with a digest from before a delete')
  }),

  must('P13.a-digest-needs-after', 'A `digest` without `after` is invalid_request.', async (kit) => {
    const { digest } = await kit.desk.inbox()
    expectRefusal(await kit.phone.tryPull({ digest }), 'invalid_request', 'a digest without after')
  }),

  must(
    'P13.a-stream-says-that-history-forked',
    'A stream from another history says hello, then the error, and ends.',
    async (kit) => {
      kit.needs('stream')
      const { head } = await kit.desk.inbox()
      const stream = await kit.phone.stream({ after: head, digest: 'anotherHistory_00000000' })
      same((await stream.next()).event, 'hello', 'the first event')
      same((await stream.next('error')).data.code, 'history_forked', 'the error')
      await stream.ended()
    },
  ),

  must(
    'P14.retention-is-told',
    'A cursor below the floor is cursor_expired; one at the floor goes on.',
    async (kit) => {
      await kit.desk.post('will expire')
      await kit.expire()
      const { floor, head } = await kit.desk.inbox()
      demand(floor > 0, 'the floor is 0 although retention has removed everything')
      const below = await kit.phone.tryPull({ after: floor - 1 })
      expectRefusal(below, 'cursor_expired', 'a pull below the floor')
      same([below.json.error.floor, below.json.error.head], [floor, head], 'floor and head of the error')
      same((await kit.phone.pull({ after: floor })).from, floor, 'a pull at the floor')
      expectRefusal(await kit.phone.tryPull({ after: head + 1 }), 'history_forked', 'after > head goes first')
      const device = await kit.newDevice('after retention')
      same((await device.pull()).from, floor, 'where a new device begins')
    },
  ),
]
