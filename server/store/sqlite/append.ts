import type { DatabaseSync } from 'node:sqlite'
import type { Caller } from '../../mother/mother.ts'
import {
  type AppendFacts,
  idsToLookUp,
  type KnownMessage,
  planAppend,
  receiversToLookUp,
} from '../../mother/plan-append.ts'
import type { Proposal } from '../../mother/proposal.ts'
import { appendedBy } from '../appended.ts'
import type { Appended } from '../store.ts'
import type { LiveDevices } from './live-device.ts'
import type { LogRow } from './log.ts'
import { createMessageRows } from './message-rows.ts'
import type { OpenLogs } from './open-logs.ts'

type Append = (caller: Caller, proposals: readonly Proposal[], now: number) => Appended

/** Versions are given here, in the transaction that inserts: commit order is version order. */
export function createAppend(db: DatabaseSync, open: OpenLogs, live: LiveDevices): Append {
  const rows = createMessageRows(db)

  function facts(userId: string, log: LogRow, proposals: readonly Proposal[]): AppendFacts {
    const known = new Map<string, KnownMessage>()
    for (const id of idsToLookUp(proposals)) {
      const row = rows.find(log, id)
      if (row) known.set(id, row)
    }
    const named = [...receiversToLookUp(proposals)]
    return {
      head: log.head,
      digest: log.digest,
      known,
      liveDevices: new Set(named.filter((id) => live.isLive(userId, id))),
    }
  }

  return (caller, proposals, now) => {
    const { userId, deviceId } = caller
    const log = open.of(caller)
    const from = log.head
    const plan = planAppend(facts(userId, log, proposals), [{ senderDeviceId: deviceId, proposals, now }])
    for (const row of plan.inserts) rows.insert(log, row)
    for (const version of plan.deletes) rows.blank(log, version)
    if (plan.head > from) open.moveHead(log, plan.head, plan.digest)
    return appendedBy(plan, { head: from, floor: log.floor })[0] as Appended
  }
}
