import type * as v from 'valibot'
import { type Transport, TransportError } from '../../../lib/core/ports.ts'
import { ackAnswerSchema } from '../../../lib/protocol/batch.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import { read, readBatch, resultsSchema } from '../../../lib/transport/answer.ts'
import type { Caller, Mother } from '../../../server/core/mother.ts'
import type { Random } from '../../kit/random.ts'
import type { Process } from '../core/process.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { MotherHost } from '../mother/host.ts'
import type { Link } from '../network/link.ts'

const TIMEOUT_MS = 30_000

export interface HttpDeps {
  scheduler: Scheduler
  random: Random
  link: Link
  host: MotherHost
  token: string
  process: Process
  isCut: () => boolean
}

type Call = (mother: Mother, caller: Caller) => Promise<unknown>

/** Single calls, each on its own: they overtake each other, and a proxy in between may say one twice. */
export function createSimulatedHttp(deps: HttpDeps): Transport {
  const { scheduler, random, link, host, token, process } = deps

  function exchange(call: Call): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => process.enter(() => reject(new TransportError(why)))
      const giveUp = scheduler.after(TIMEOUT_MS, () => fail('The server did not answer.'))
      const { delay, wild, loss, repeat, upCut } = link.weather()
      if (deps.isCut()) {
        giveUp()
        scheduler.after(2, () => fail('offline'))
        return
      }
      if (upCut || (wild && random.chance(loss))) return
      const arrive = async () => {
        const incarnation = host.incarnation()
        const answer = await attempt(call)
        const { downCut } = link.weather()
        if (host.incarnation() !== incarnation || downCut || (wild && random.chance(loss))) return
        scheduler.after(random.int(delay[0], delay[1]), () => {
          giveUp()
          process.enter(() => ('value' in answer ? resolve(answer.value) : reject(answer.error)))
        })
      }
      const takes = random.int(delay[0], delay[1])
      scheduler.after(takes, () => void arrive())
      if (wild && random.chance(repeat)) scheduler.after(takes + random.int(0, 20_000), () => void arrive())
    })
  }

  async function attempt(call: Call): Promise<{ value: string } | { error: Error }> {
    if (!host.isUp()) return { error: new TransportError('The server cannot be reached.') }
    try {
      const mother = host.mother()
      return { value: JSON.stringify(await call(mother, await mother.authenticate(token))) }
    } catch (error) {
      return { error: error instanceof RoostError ? RoostError.from(error.wire) : new TransportError(String(error)) }
    }
  }

  const ask = async <S extends v.GenericSchema>(schema: S, call: Call) =>
    read(schema, JSON.parse((await exchange(call)) as string))

  return {
    async send(messages) {
      const sent = JSON.stringify({ messages })
      return (await ask(resultsSchema, (mother, caller) => mother.send(caller, JSON.parse(sent)))).results
    },
    async pull(request) {
      const text = await exchange(async (mother, caller) => {
        const batch = await mother.pull(caller, request)
        return { ...batch, messages: batch.messages.map((it) => JSON.parse(it)) }
      })
      return readBatch(JSON.parse(text as string))
    },
    ack: (request) => ask(ackAnswerSchema, (mother, caller) => mother.acknowledge(caller, request)),
  }
}
