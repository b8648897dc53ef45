import { Counter, Histogram, type Registry } from '@prometheus-io/client'
import { liveCallNames } from '../../../lib/protocol/calls.ts'
import type { ErrorCode } from '../../../lib/protocol/error.ts'
import type { SendResult } from '../../../lib/protocol/send.ts'
import type { Mother } from '../../core/mother.ts'
import { FAST_SECONDS, MANY } from './buckets.ts'
import { timed } from './timed.ts'

/** Measures sends, pulls and acks, and how far behind a device is when it connects or pulls. */
export function createMeasureMother(registry: Registry, refused: (code: ErrorCode) => void) {
  const registers = [registry]
  const seconds = new Histogram({
    name: 'roost_call_seconds',
    help: 'What devices ask of the mother, until it is answered',
    labelNames: ['call'],
    buckets: FAST_SECONDS,
    registers,
  })
  const sent = new Counter({
    name: 'roost_messages_sent_total',
    help: 'Messages that devices sent, by what became of them',
    labelNames: ['outcome'],
    registers,
  })
  const pulled = new Counter({ name: 'roost_messages_pulled_total', help: 'Messages in answers to pulls', registers })
  const behind = new Histogram({
    name: 'roost_device_behind_versions',
    help: 'Versions between a device and the head, when it connects (hello) and when it asks (pull)',
    labelNames: ['at'],
    buckets: MANY,
    registers,
  })

  function count(result: SendResult) {
    if (!result.ok) refused(result.error.code)
    sent.inc({ outcome: result.ok ? (result.duplicate ? 'duplicate' : 'stored') : 'refused' })
  }

  return (mother: Mother): Mother => {
    const calls = timed(mother, ['authenticate', 'hello', ...liveCallNames], seconds)
    return {
      ...calls,
      async send(caller, payload) {
        const answer = await calls.send(caller, payload)
        for (const result of answer.results) count(result)
        return answer
      },
      async pull(caller, payload) {
        const batch = await calls.pull(caller, payload)
        pulled.inc(batch.messages.length)
        behind.observe({ at: 'pull' }, batch.head - batch.from)
        return batch
      },
      async hello(caller) {
        const hello = await calls.hello(caller)
        behind.observe({ at: 'hello' }, hello.head - hello.lastReceivedVersion)
        return hello
      },
    }
  }
}
