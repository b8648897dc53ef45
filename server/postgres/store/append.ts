import type { RoostError } from '../../../lib/protocol/error.ts'
import type { Message } from '../../../lib/protocol/message.ts'
import { appendedBy } from '../../core/messages/appended.ts'
import { type AppendPlan, idsToLookUp, planAppend, receiversToLookUp } from '../../core/messages/plan-append.ts'
import type { Proposal } from '../../core/messages/proposal.ts'
import type { Caller } from '../../core/mother.ts'
import type { Appended } from '../../core/ports/store.ts'
import type { Transaction } from '../connection/connection.ts'
import { keepInBin } from './bin.ts'
import { requireLive } from './live-device.ts'
import type { LogState } from './log-states.ts'
import { blank, findMessages, rowsToAppend } from './message-rows.ts'
import { addWakes } from './subscriptions.ts'

export interface Send {
  caller: Caller
  proposals: readonly Proposal[]
  now: number
  agesFrom?: number | undefined
}

export type Outcome = { value: Appended } | { error: RoostError }

export interface Done {
  /** In the order of the sends. */
  outcomes: Outcome[]
  /** The log once this is committed; undefined: it was not read. */
  state: LogState | undefined
}

/**
 * Appends sends of one user, each as if it were alone. Versions are given with the user's row locked, in the
 * transaction that inserts, so commit order is version order on every node.
 */
export async function append(
  tx: Transaction,
  userId: string,
  sends: readonly Send[],
  { again, keepsDeleted }: { again: boolean; keepsDeleted: boolean },
): Promise<Done> {
  const all = sends.flatMap((it) => it.proposals)
  // The first statement waits for the lock; the others run after it and see the writes of its last holder.
  const [[log], known, found] = await Promise.all([
    tx.ask('lockLog', [userId]),
    findMessages(tx, userId, idsToLookUp(all)),
    tx.ask('findDevices', [userId, [...devicesIn(sends)]]),
  ])
  const rowOf = new Map(found.map((it) => [it.device_id as string, it]))
  const live = new Set(
    found.filter((it) => it.revoked_at === null && it.access === 'full').map((it) => it.device_id as string),
  )
  const refusals = sends.map(({ caller }) => refusalOf(() => requireLive(rowOf.get(caller.deviceId))))
  const accepted = sends.filter((_, index) => !refusals[index])
  if (accepted.length === 0)
    return { outcomes: refusals.map((error) => ({ error: error as RoostError })), state: undefined }
  const plan = planSends({ ...log, live }, accepted, known)
  const texts = plan.deletes.length > 0 ? await blank(tx, userId, plan.deletes) : new Map<number, Message[]>()
  if (keepsDeleted) keepInBin(tx, userId, plan.discards, texts)
  const unnamed = [...texts.values()].flat().filter((it) => it.files)
  const versions = unnamed.map((it) => it.version)
  if (versions.length > 0) tx.later('unnameFiles', [userId, versions, accepted[0]?.now])
  nameFiles(tx, userId, plan)
  addWakes(tx, userId, plan.inserts)
  if (plan.inserts.length > 0) tx.later('append', rowsToAppend(userId, log, plan), requireMoved)

  const appended = appendedBy(plan, log)
    .map((it) => (again ? announceAgain(it) : it))
    .values()
  const outcomes = refusals.map((error) => (error ? { error } : { value: appended.next().value as Appended }))
  return { outcomes, state: { head: plan.head, digest: plan.digest, revocations: log.revocations, live } }
}

function nameFiles(tx: Transaction, userId: string, { inserts }: AppendPlan): void {
  const named = inserts.flatMap(({ message: { version, files = [] } }) => files.map((fileId) => ({ version, fileId })))
  if (named.length === 0) return
  const fileIds = named.map((it) => it.fileId)
  tx.later('nameFiles', [userId, named.map((it) => it.version), fileIds])
  tx.later('holdFiles', [userId, fileIds])
}

/** Senders, and receivers other than `all`. */
export function devicesIn(sends: readonly Send[]): Set<string> {
  const receivers = receiversToLookUp(sends.flatMap((it) => it.proposals))
  return new Set([...receivers, ...sends.map((it) => it.caller.deviceId)])
}

export function planSends(
  { head, digest, live }: Omit<LogState, 'revocations'>,
  sends: readonly Send[],
  known: Parameters<typeof planAppend>[0]['known'],
): AppendPlan {
  const planned = sends.map(({ caller, ...send }) => {
    return { senderDeviceId: caller.deviceId, ownOnly: caller.access === 'send', ...send }
  })
  return planAppend({ head, digest, known, liveDevices: live }, planned)
}

/** No other transaction can have moved it while this one holds the lock. */
function requireMoved(rows: readonly unknown[]): void {
  if (rows.length === 0) throw new Error('The log was not as it was read behind its lock')
}

/** An earlier try may have stored these without an answer, so listeners still have to be told. */
function announceAgain(it: Appended): Appended {
  if (!it.results.some((result) => result.ok && result.duplicate)) return it
  const { messages: _, ...appended } = it
  const lowest = Math.min(...appended.results.map((it) => (it.ok ? it.version : Number.POSITIVE_INFINITY)))
  return { ...appended, from: Math.min(appended.from, lowest - 1) }
}

function refusalOf(check: () => void): RoostError | undefined {
  try {
    check()
  } catch (error) {
    return error as RoostError
  }
}
