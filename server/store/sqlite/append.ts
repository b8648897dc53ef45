import type { DatabaseSync } from 'node:sqlite'
import { showDigest } from '../../mother/digest.ts'
import type { Caller } from '../../mother/mother.ts'
import {
  type AppendFacts,
  idsToLookUp,
  type KnownMessage,
  planAppend,
  receiversToLookUp,
} from '../../mother/plan-append.ts'
import type { Proposal } from '../../mother/proposal.ts'
import type { Appended } from '../store.ts'
import type { LiveDevices } from './live-device.ts'
import type { Logs } from './log.ts'
import { createMessageRows } from './message-rows.ts'

type Append = (caller: Caller, proposals: readonly Proposal[], now: number) => Appended

/** Versions are given here, in the transaction that inserts: commit order is version order. */
export function createAppend(db: DatabaseSync, logs: Logs, live: LiveDevices): Append {
  const rows = createMessageRows(db)

  function facts(userId: string, proposals: readonly Proposal[]): AppendFacts & { floor: number } {
    const { head, digest, floor } = logs.find(userId)
    const known = new Map<string, KnownMessage>()
    for (const id of idsToLookUp(proposals)) {
      const row = rows.find(userId, id)
      if (row) known.set(id, row)
    }
    const named = [...receiversToLookUp(proposals)]
    return { head, digest, floor, known, liveDevices: new Set(named.filter((id) => live.isLive(userId, id))) }
  }

  return (caller, proposals, now) => {
    live.require(caller)
    const { userId, deviceId } = caller
    const before = facts(userId, proposals)
    const plan = planAppend(before, [{ senderDeviceId: deviceId, proposals, now }])
    for (const row of plan.inserts) rows.insert(userId, row)
    for (const version of plan.deletes) rows.blank(userId, version)
    if (plan.head > before.head) logs.moveHead(userId, plan.head, plan.digest)
    return {
      results: plan.sends.flatMap((it) => it.results),
      from: before.head,
      upTo: plan.head,
      digest: showDigest(plan.digest),
      floor: before.floor,
      messages: plan.inserts.map(({ message: { version }, json, visibleTo }) => ({ version, json, visibleTo })),
    }
  }
}
