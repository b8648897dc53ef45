import type { RoostError } from '../../../lib/protocol/error.ts'
import { showDigest } from '../../mother/digest.ts'
import type { Caller } from '../../mother/mother.ts'
import { idsToLookUp, type NewMessage, planAppend, receiversToLookUp } from '../../mother/plan-append.ts'
import type { Proposal } from '../../mother/proposal.ts'
import type { Appended } from '../store.ts'
import { requireLive } from './live-device.ts'
import { addMessages, blank, findMessages } from './message-rows.ts'
import type { Transaction } from './session.ts'

export interface Send {
  caller: Caller
  proposals: readonly Proposal[]
  now: number
}

export type Outcome = { value: Appended } | { error: RoostError }

/**
 * Sends of one user, each as if it were alone. Versions are given here, behind the lock on the user's row and in the
 * transaction that inserts: commit order is version order, whichever node does it.
 */
export async function append(
  tx: Transaction,
  userId: string,
  sends: readonly Send[],
  again: boolean,
): Promise<Outcome[]> {
  const all = sends.flatMap((it) => it.proposals)
  const devices = new Set([...sends.map((it) => it.caller.deviceId), ...receiversToLookUp(all)])
  // The first waits for the lock; the others are carried out after it, on what its last holder has left.
  const [[log], known, found] = await Promise.all([
    tx.ask('lockLog', [userId]),
    findMessages(tx, userId, idsToLookUp(all)),
    tx.ask('findDevices', [userId, [...devices]]),
  ])
  const rowOf = new Map(found.map((it) => [it.device_id as string, it]))
  const refusals = sends.map(({ caller }) => refusalOf(() => requireLive(rowOf.get(caller.deviceId))))
  const accepted = sends.filter((_, index) => !refusals[index])
  if (accepted.length === 0) return refusals.map((error) => ({ error: error as RoostError }))

  const liveDevices = new Set(found.filter((it) => it.revoked_at === null).map((it) => it.device_id as string))
  const plan = planAppend(
    { head: log.head, digest: log.digest, known, liveDevices },
    accepted.map(({ caller, proposals, now }) => ({ senderDeviceId: caller.deviceId, proposals, now })),
  )
  if (plan.deletes.length > 0) await blank(tx, userId, plan.deletes)
  if (plan.inserts.length > 0) {
    addMessages(tx, userId, plan.inserts)
    tx.later('moveHead', [userId, plan.head, plan.digest])
  }

  const planned = plan.sends.values()
  return refusals.map((error) => {
    if (error) return { error }
    const { results, from, upTo, digest } = planned.next().value as (typeof plan.sends)[number]
    const appended = { results, from, upTo, digest: showDigest(digest), floor: log.floor }
    if (again && results.some((it) => it.ok && it.duplicate)) return { value: perhapsStoredBefore(appended) }
    return { value: { ...appended, messages: plan.inserts.slice(from - log.head, upTo - log.head).map(forTheBus) } }
  })
}

/** An earlier try may have stored these without being able to say so: whoever listens has still to be told. */
function perhapsStoredBefore(appended: Omit<Appended, 'messages'>): Appended {
  const lowest = Math.min(...appended.results.map((it) => (it.ok ? it.version : Number.POSITIVE_INFINITY)))
  return { ...appended, from: Math.min(appended.from, lowest - 1) }
}

function forTheBus({ message: { version }, json, visibleTo }: NewMessage) {
  return { version, json, visibleTo }
}

function refusalOf(check: () => void): RoostError | undefined {
  try {
    check()
  } catch (error) {
    return error as RoostError
  }
}
