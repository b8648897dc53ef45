import { demand, same, short } from '../../judge/demand.ts'
import { contentsOf, expectRefusal } from '../expect.ts'
import type { EventStream, StreamEvent } from '../stream.ts'
import type { Batch } from '../wire.ts'
import { must, should } from './check.ts'

function expectContiguous(events: readonly StreamEvent[], after: number) {
  let end = after
  for (const { data, id } of events) {
    const { from, upTo } = data as Batch
    same(from, end, 'where a batch of the stream begins')
    demand(upTo > from || events.length === 1, `a batch covers something: ${from} to ${upTo}`)
    same(id, String(upTo), 'the id of a batch')
    end = upTo
  }
}

const contentsIn = (events: readonly StreamEvent[]) =>
  events.flatMap(({ data }) => contentsOf((data as Batch).messages))

async function closing(stream: EventStream, use: () => Promise<void>) {
  try {
    await use()
  } finally {
    stream.close()
  }
}

export const checks = [
  must('P8.a-stream-begins-with-hello', 'The first event is hello, with the position of the server.', async (kit) => {
    kit.needs('stream')
    const { head, digest, floor } = await kit.desk.inbox()
    const stream = await kit.phone.stream({ after: head, digest })
    await closing(stream, async () => {
      const { event, data } = await stream.next()
      same(event, 'hello', 'the first event')
      const { deviceId } = kit.phone
      const expected = { deviceId, head, digest, floor }
      same(pick(data, Object.keys(expected)), expected, 'hello')
      const { heartbeatMs, lastReceivedVersion, userId } = data
      demand(Number.isSafeInteger(heartbeatMs) && heartbeatMs > 0, `heartbeatMs: ${short(heartbeatMs)}`)
      demand(Number.isSafeInteger(lastReceivedVersion) && typeof userId === 'string', `hello: ${short(data)}`)
    })
  }),

  must(
    'P8.a-stream-brings-what-was-missed-and-then-what-comes',
    'Batches follow on each other, from `after` into the live feed.',
    async (kit) => {
      kit.needs('stream')
      const { head } = await kit.desk.inbox()
      await kit.desk.send({ content: 'missed' }, { content: 'not yours', receiverDeviceId: kit.tablet.deviceId })
      const stream = await kit.phone.stream({ after: head })
      await closing(stream, async () => {
        const missed = await stream.batchesUpTo(head + 2)
        await Promise.all(Array.from({ length: 20 }, (_, n) => [kit.desk, kit.tablet][n % 2]?.post(`live ${n}`)))
        const all = [...missed, ...(await stream.batchesUpTo(head + 22))]
        expectContiguous(all, head)
        same(contentsIn(all), contentsOf(await kit.phone.history(head)), 'the messages of the stream')
      })
    },
  ),

  must('P8.a-sender-hears-its-own', 'The stream of a sender brings what it sent, too.', async (kit) => {
    kit.needs('stream')
    const { head } = await kit.desk.inbox()
    const stream = await kit.desk.stream({ after: head })
    await closing(stream, async () => {
      await stream.next('hello')
      await kit.desk.post('my own')
      same(contentsIn(await stream.batchesUpTo(head + 1)), ['my own'], 'the stream of the sender')
    })
  }),

  must('P8.Last-Event-ID-goes-on', 'Last-Event-ID wins over `after`.', async (kit) => {
    kit.needs('stream')
    const { version } = await kit.desk.post('seen')
    await kit.desk.post('not seen')
    const stream = await kit.phone.stream({ after: version - 1 }, { 'Last-Event-ID': String(version) })
    await closing(stream, async () => {
      same(contentsIn(await stream.batchesUpTo(version + 1)), ['not seen'], 'the stream')
    })
  }),

  must('P8.a-bad-stream-is-an-ordinary-error', 'A wrong query of a stream is refused with its status.', async (kit) => {
    kit.needs('stream')
    const { token } = kit.phone
    for (const query of ['?from=1', '?after=1e3', '?digest=x']) {
      expectRefusal(await kit.http('GET', `/v1/stream${query}`, { token }), 'invalid_request', query)
    }
  }),

  must('P7.a-slow-reader-gets-everything', 'A stream that is not read loses and repeats nothing.', async (kit) => {
    kit.needs('stream')
    const { head } = await kit.desk.inbox()
    const stream = await kit.phone.stream({ after: head })
    await closing(stream, async () => {
      // 12 MiB: more than the buffers of both sides hold.
      const content = 'x'.repeat(60_000)
      for (let n = 0; n < 5; n++) {
        await kit.desk.send(...Array.from({ length: 40 }, (_, k) => ({ content: `${n}/${k} ${content}` })))
      }
      const events = await stream.batchesUpTo(head + 200)
      expectContiguous(events, head)
      const starts = Array.from({ length: 200 }, (_, n) => `${Math.floor(n / 40)}/${n % 40}`)
      same(
        contentsIn(events).map((it) => it.split(' ')[0]),
        starts,
        'the messages of the slow stream',
      )
    })
  }),

  must(
    'P7.offline-devices-cost-a-send-nothing',
    'A send is answered while a stream of the account is not read.',
    async (kit) => {
      kit.needs('stream')
      const stream = await kit.phone.stream({ after: 0 })
      await closing(stream, async () => {
        for (let n = 0; n < 20; n++) await kit.desk.post(`unread ${n} ${'x'.repeat(60_000)}`)
      })
    },
  ),

  should(
    'P8.a-stream-makes-a-device-online',
    'The list of devices shows a device with a stream as online.',
    async (kit) => {
      kit.needs('stream')
      const stream = await kit.tablet.stream()
      await closing(stream, async () => {
        await stream.next('hello')
        const { json } = await kit.http('GET', '/v1/devices', { token: kit.desk.token })
        const shown = json.devices.find((it: { deviceId: string }) => it.deviceId === kit.tablet.deviceId)
        same(shown?.online, true, 'online')
      })
    },
  ),
]

const pick = (value: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, value[key]]))
