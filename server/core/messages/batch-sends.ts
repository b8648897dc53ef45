import { RoostError } from '../../../lib/protocol/error.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import type { SendResult } from '../../../lib/protocol/send.ts'
import type { Caller } from '../mother.ts'
import type { Appended } from '../ports/store.ts'
import { type Proposal, unitsOf } from './proposal.ts'

interface Send {
  proposals: readonly Proposal[]
  settled: PromiseWithResolvers<SendResult[]>
}

interface SendBatch {
  caller: Caller
  sends: Send[]
  items: number
  /** Of content, in UTF-16 units. */
  units: number
}

/** As much as a device puts into one request. */
const UNITS = 1024 * 1024

type Append = (caller: Caller, proposals: readonly Proposal[]) => Promise<Appended>

/**
 * Sends of one device that come in one piece share one append. Items are decided one after the other, so it does to the log
 * what the sends would have done one by one (planAppend), in their order; and a device that has many sends under way costs
 * little more than one that has put as many messages into one.
 * `onAppended` is told of each append, after its sends were answered.
 */
export function createSendBatcher(append: Append, onAppended: (caller: Caller, appended: Appended) => void) {
  let waiting = new Map<string, SendBatch>()

  function add(caller: Caller, proposals: readonly Proposal[]): Promise<SendResult[]> {
    if (waiting.size === 0) queueMicrotask(appendAll)
    const settled = Promise.withResolvers<SendResult[]>()
    const batch = withRoomFor(caller, proposals)
    batch.sends.push({ proposals, settled })
    return settled.promise
  }

  function withRoomFor(caller: Caller, proposals: readonly Proposal[]): SendBatch {
    const units = unitsOf(proposals)
    let batch = waiting.get(caller.deviceId)
    if (batch && (batch.items + proposals.length > limits.sendItems || batch.units + units > UNITS)) {
      void appendBatch(batch)
      batch = undefined
    }
    batch ??= { caller, sends: [], items: 0, units: 0 }
    batch.items += proposals.length
    batch.units += units
    waiting.set(caller.deviceId, batch)
    return batch
  }

  /** When all that came in one piece has been read: what is read of a socket at once is handled before any microtask. */
  function appendAll() {
    const all = waiting
    waiting = new Map()
    for (const it of all.values()) void appendBatch(it)
  }

  async function appendBatch({ caller, sends }: Pick<SendBatch, 'caller' | 'sends'>): Promise<void> {
    try {
      const appended = await append(
        caller,
        sends.flatMap((it) => it.proposals),
      )
      let from = 0
      for (const { proposals, settled } of sends) {
        const upTo = from + proposals.length
        settled.resolve(appended.results.slice(from, upTo))
        from = upTo
      }
      onAppended(caller, appended)
    } catch (error) {
      if (isFaultOfOneSend(error) && sends.length > 1) {
        for (const send of sends) await appendBatch({ caller, sends: [send] })
      } else for (const { settled } of sends) settled.reject(error)
    }
  }

  return add
}

/** A refusal is of all that this device sends; anything else may be the fault of one of them, and the others are not to suffer. */
const isFaultOfOneSend = (error: unknown) => !(error instanceof RoostError)
