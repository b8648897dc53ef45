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
  /** Content in UTF-16 units. */
  units: number
}

/** A device puts as much into one request. */
const UNITS = 1024 * 1024

type OnAppended = (caller: Caller, appended: Appended, proposals: readonly Proposal[]) => void
type Append = (caller: Caller, proposals: readonly Proposal[]) => Promise<Appended>

/**
 * Batches the sends that one device makes in the same tick into one append. The store decides items in order, so the
 * log ends up as if the sends had come one by one (planAppend), and many sends in flight cost little more than one send
 * of as many messages. Calls `onAppended` after it has answered the sends.
 */
export function createSendBatcher(append: Append, onAppended: OnAppended) {
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

  /** Runs as a microtask: Node handles everything that it has read from a socket at once before any microtask. */
  function appendAll() {
    const all = waiting
    waiting = new Map()
    for (const it of all.values()) void appendBatch(it)
  }

  async function appendBatch({ caller, sends }: Pick<SendBatch, 'caller' | 'sends'>): Promise<void> {
    try {
      const all = sends.flatMap((it) => it.proposals)
      const appended = await append(caller, all)
      let from = 0
      for (const { proposals, settled } of sends) {
        const upTo = from + proposals.length
        settled.resolve(appended.results.slice(from, upTo))
        from = upTo
      }
      onAppended(caller, appended, all)
    } catch (error) {
      if (isFaultOfOneSend(error) && sends.length > 1) {
        for (const send of sends) await appendBatch({ caller, sends: [send] })
      } else for (const { settled } of sends) settled.reject(error)
    }
  }

  return add
}

/**
 * A refusal concerns the device, so it stands for all of its sends. Any other error may be the fault of a single send,
 * so the others are tried alone.
 */
const isFaultOfOneSend = (error: unknown) => !(error instanceof RoostError)
