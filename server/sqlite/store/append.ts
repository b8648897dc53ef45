import type { DatabaseSync } from 'node:sqlite'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import { appendedBy } from '../../core/messages/appended.ts'
import {
  type AppendFacts,
  type AppendPlan,
  idsToLookUp,
  type KnownMessage,
  planAppend,
  receiversToLookUp,
  type Send,
} from '../../core/messages/plan-append.ts'
import type { Proposal } from '../../core/messages/proposal.ts'
import type { Caller } from '../../core/mother.ts'
import type { Appended } from '../../core/ports/store.ts'
import type { Bin } from './bin.ts'
import type { LiveDevices } from './live-device.ts'
import type { LogRow } from './log.ts'
import { createMessageRows } from './message-rows.ts'
import type { Namings } from './namings.ts'
import type { OpenLogs } from './open-logs.ts'
import type { Wakes } from './wakes.ts'

type Append = (caller: Caller, proposals: readonly Proposal[], now: number, agesFrom?: number) => Appended

/**
 * Versions are given in the transaction that inserts, so commit order is version order. `bin`: keeps deleted texts.
 */
export function createAppend(
  db: DatabaseSync,
  open: OpenLogs,
  live: LiveDevices,
  { namings, wakes }: { namings: Namings; wakes: Pick<Wakes, 'add'> },
  bin?: Pick<Bin, 'keep'>,
): Append {
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
      liveDevices: new Set(named.filter((id) => live.receives(userId, id))),
    }
  }

  /**
   * Inserts posts for all without lookups: the usual case. null: one of them is stored already, and nothing was done.
   */
  function insertUnseen(log: LogRow, send: Send): AppendPlan | null {
    const plan = planAppend({ ...log, known: new Map(), liveDevices: new Set() }, [send])
    for (const row of plan.inserts) {
      if (rows.insertIfNew(log, row)) continue
      rows.takeBack(log, log.head, row.message.version)
      return null
    }
    return plan
  }

  function lookAndInsert(userId: string, log: LogRow, send: Send): AppendPlan {
    const plan = planAppend(facts(userId, log, send.proposals), [send])
    for (const discard of plan.discards) bin?.keep(log, discard)
    for (const row of plan.inserts) rows.insert(log, row)
    for (const version of plan.deletes) {
      for (const emptied of rows.blank(log, version)) namings.remove(log.number, emptied, send.now)
    }
    return plan
  }

  return (caller, proposals, now, agesFrom) => {
    const send = { senderDeviceId: caller.deviceId, ownOnly: caller.access === 'send', proposals, now, agesFrom }
    const log = open.of(caller)
    const { head, floor } = log
    const plan = (proposals.every(isPostForAll) && insertUnseen(log, send)) || lookAndInsert(caller.userId, log, send)
    for (const { message } of plan.inserts) {
      if (message.files) namings.add(log.number, message.version, message.files)
    }
    wakes.add(log.number, plan.inserts)
    if (plan.head > head) open.moveHead(log, plan.head, plan.digest)
    return appendedBy(plan, { head, floor })[0] as Appended
  }
}

const isPostForAll = (it: Proposal) => it.valid && it.item.kind === 'post' && it.item.receiverDeviceId === ALL
