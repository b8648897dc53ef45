import { RoostError } from '../../../lib/protocol/error.ts'
import { unitsOf } from '../../core/messages/proposal.ts'
import type { Appended } from '../../core/ports/store.ts'
import type { Outcome, Send } from './append.ts'

export interface Lanes {
  append(send: Send): Promise<Appended>
  /** Runs other work that locks the user's row. */
  run<T>(userId: string, work: () => Promise<T>): Promise<T>
  /** Takes no more work; resolves when the waiting work is done. */
  close(): Promise<void>
}

type Waiting = { settle: (outcome: { value: unknown } | { error: unknown }) => void } & (
  | { send: Send; bytes: number }
  | { work: () => Promise<unknown> }
)
type WaitingSend = Extract<Waiting, { send: Send }>

const GROUP = { rows: 2_000, bytes: 8 * 1024 * 1024 }
/** Beyond this the database has not kept up for seconds, and refusing sends is better than using ever more memory. */
const WAITING_BYTES = 128 * 1024 * 1024

/**
 * Runs one lane per user: work that locks the user's row goes one after the other, so no user holds more than one
 * connection while it waits for itself. Sends that arrive meanwhile share the next transaction. Users run side by side.
 */
export function createLanes(append: (userId: string, sends: readonly Send[]) => Promise<Outcome[]>): Lanes {
  const lanes = new Map<string, Waiting[]>()
  let waitingBytes = 0
  let closed = false
  let emptied: (() => void) | undefined

  function enter(userId: string, waiting: Waiting): void {
    const lane = lanes.get(userId)
    if (lane) return void lane.push(waiting)
    lanes.set(userId, [waiting])
    void drive(userId)
  }

  async function drive(userId: string) {
    // Waits for more sends in this turn of the event loop.
    await new Promise(setImmediate)
    for (let lane = lanes.get(userId) ?? []; lane.length > 0; lane = lanes.get(userId) ?? []) {
      const [first] = lane
      const group = takeGroup(lane)
      lanes.set(userId, lane.slice(Math.max(group.length, 1)))
      if (group.length > 0) await carryOut(userId, group)
      else if (first && 'work' in first) first.settle(await outcomeOf(first.work()))
    }
    lanes.delete(userId)
    if (lanes.size === 0) emptied?.()
  }

  async function carryOut(userId: string, group: readonly WaitingSend[]) {
    const outcome = await outcomeOf(
      append(
        userId,
        group.map((it) => it.send),
      ),
    )
    // A single send may have spoiled it for the others, so each is tried alone.
    if ('error' in outcome && group.length > 1 && !isUnavailable(outcome.error)) {
      for (const it of group) await carryOut(userId, [it])
      return
    }
    for (const [index, { bytes, settle }] of group.entries()) {
      waitingBytes -= bytes
      settle('error' in outcome ? outcome : (outcome.value[index] as Outcome))
    }
  }

  function settled<T>(begin: (settle: Waiting['settle']) => void): Promise<T> {
    if (closed) return Promise.reject(new RoostError('unavailable', 'The store is closed', { retryAfterMs: 1_000 }))
    return new Promise((resolve, reject) =>
      begin((outcome) => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value as T))),
    )
  }

  return {
    append(send) {
      if (waitingBytes > WAITING_BYTES) {
        return Promise.reject(new RoostError('unavailable', 'The store is overloaded', { retryAfterMs: 2_000 }))
      }
      const bytes = unitsOf(send.proposals)
      return settled((settle) => {
        waitingBytes += bytes
        enter(send.caller.userId, { send, bytes, settle })
      })
    },
    run: (userId, work) => settled((settle) => enter(userId, { work, settle })),
    async close() {
      closed = true
      if (lanes.size > 0) await new Promise<void>((resolve) => (emptied = resolve))
    },
  }
}

/** The longest run of sends at the start of the lane within the bounds; none when other work comes first. */
function takeGroup(lane: readonly Waiting[]): WaitingSend[] {
  const group: WaitingSend[] = []
  let { rows, bytes } = GROUP
  for (const it of lane) {
    if (!('send' in it)) break
    rows -= it.send.proposals.length
    bytes -= it.bytes
    if (group.length > 0 && (rows < 0 || bytes < 0)) break
    group.push(it)
  }
  return group
}

async function outcomeOf<T>(work: Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await work }
  } catch (error) {
    return { error }
  }
}

const isUnavailable = (error: unknown) => error instanceof RoostError && error.code === 'unavailable'
