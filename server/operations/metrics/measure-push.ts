import { Counter, Histogram, type Registry } from '@prometheus-io/client'
import type { PushOutcome, SendHint } from '../../core/ports/push.ts'
import { SLOW_SECONDS } from './buckets.ts'

/** Counts hints to push services by what became of them. */
export function createMeasurePush(registry: Registry) {
  const registers = [registry]
  const hints = new Counter({
    name: 'roost_push_hints_total',
    help: 'Hints for sleeping devices, by what the push service said',
    labelNames: ['outcome'],
    registers,
  })
  const seconds = new Histogram({
    name: 'roost_push_seconds',
    help: 'Until a push service has answered, or has not',
    buckets: SLOW_SECONDS,
    registers,
  })
  const nameOf = (outcome: PushOutcome) => (typeof outcome === 'string' ? outcome : 'again')

  return (send: SendHint): SendHint =>
    async (...args) => {
      const done = seconds.startTimer()
      const outcome = await send(...args)
      done()
      hints.inc({ outcome: nameOf(outcome) })
      return outcome
    }
}
