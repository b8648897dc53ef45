import { type Transport, TransportError } from '../../../lib/core/ports.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import { answerAsJson } from '../../../lib/testing/answer-as-json.ts'
import { readAnswer } from '../../../lib/transport/answer.ts'
import { transportOver } from '../../../lib/transport/transport-over.ts'
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

type Call = (mother: Mother, caller: Caller) => Promise<string>

/** Single calls, each on its own: they overtake each other, and a proxy in between may say one twice. */
export function createSimulatedHttp(deps: HttpDeps): Transport {
  const { scheduler, random, link, host, token, process } = deps

  function exchange(call: Call): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => process.enter(() => reject(new TransportError('no_answer', { cause: why })))
      const giveUp = scheduler.after(TIMEOUT_MS, () => fail('The server did not answer.'))
      const { delay, loss, repeat, upCut, ...state } = link.state()
      const wild = state.wild.includes('call')
      if (deps.isCut()) {
        giveUp()
        scheduler.after(2, () => fail('offline'))
        return
      }
      if (upCut || (wild && random.chance(loss))) return
      const arrive = async () => {
        const incarnation = host.incarnation()
        const answer = await attempt(call)
        const { downCut } = link.state()
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
    if (!host.isUp()) return { error: new TransportError('no_answer') }
    try {
      const mother = host.mother()
      return { value: await call(mother, await mother.authenticate(token)) }
    } catch (error) {
      return {
        error:
          error instanceof RoostError ? RoostError.from(error.wire) : new TransportError('no_answer', { cause: error }),
      }
    }
  }

  return transportOver(async (call, request) => {
    // As text: what the device changes in it afterwards was not sent.
    const sent = JSON.stringify(request)
    const answer = await exchange((mother, caller) => answerAsJson(mother, call, caller, JSON.parse(sent)))
    return readAnswer(call, JSON.parse(answer))
  })
}
