import type { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { endsSignIns } from '../../core/devices/ends-sign-ins.ts'
import { showDigest } from '../../core/messages/digest.ts'
import { unitsOf } from '../../core/messages/proposal.ts'
import type { OnCommit } from '../../core/ports/on-commit.ts'
import type { Store } from '../../core/ports/store.ts'
import { createWipe } from '../database/wipe.ts'
import { createGroupCommit } from '../writer/group-commit.ts'
import { createAcknowledge } from './acknowledge.ts'
import { createAppend } from './append.ts'
import { createBin } from './bin.ts'
import { createClaims } from './claims.ts'
import { createDevices } from './devices.ts'
import { createExpire } from './expire.ts'
import { createFiles } from './files.ts'
import { createLiveDevices } from './live-device.ts'
import { createLogs } from './log.ts'
import { createMarkRead } from './mark-read.ts'
import { createNamings } from './namings.ts'
import { createNotes } from './notes.ts'
import { createOpenLogs } from './open-logs.ts'
import { createPairings } from './pairings.ts'
import { createPull } from './pull.ts'
import { createReader } from './reader.ts'
import { createSignIns } from './sign-ins.ts'
import { createSubscriptions } from './subscriptions.ts'
import { createTrustedTime } from './trusted-time.ts'
import { createUsage } from './usage.ts'
import { createWakes } from './wakes.ts'

const EXPIRE_STEP = 1_000
const ONE_ROW = { rows: 1, bytes: 1024 }

export interface SqliteStoreOptions {
  wipeAfterMs?: number
  /** Deleted texts wait in the bin. */
  keepsDeleted?: boolean | undefined
  onCommit?: OnCommit
}

/** The embedded store on one connection from openDatabase. close() closes it, too. */
export function createSqliteStore(
  db: DatabaseSync,
  { wipeAfterMs, keepsDeleted, onCommit }: SqliteStoreOptions = {},
): Store {
  const logs = createLogs(db)
  const signIns = createSignIns(db)
  const live = createLiveDevices(db, signIns)
  const devices = createDevices(db, logs, signIns)
  const pairings = createPairings(db, live, devices)
  const claims = createClaims(db, live, devices, pairings)
  const open = createOpenLogs(logs, live)
  const bin = createBin(db)
  const namings = createNamings(db)
  const files = createFiles(db, logs, live, namings)
  const notes = createNotes(db)
  const wakes = createWakes(db)
  const push = createSubscriptions(db, live)
  const append = createAppend(db, open, live, { namings, wakes }, keepsDeleted ? bin : undefined)
  const pull = createPull(db, logs, live)
  const acknowledge = createAcknowledge(db, logs, live)
  const markRead = createMarkRead(logs, live)
  const expire = createExpire(db, logs, [namings, wakes])
  const time = createTrustedTime(db)
  const usage = createUsage(db)
  const read = createReader(db)
  const group = createGroupCommit(db, { onCommit, beforeCommit: open.writeHeads, onRollback: open.reset })
  const wipe = createWipe(db, wipeAfterMs)
  const write = <T>(run: () => T, size = ONE_ROW) => group.write({ ...size, run: () => afterAppends(run) })

  function afterAppends<T>(run: () => T): T {
    open.writeHeads()
    return run()
  }

  async function removeUpTo(userId: string, upTo: number): Promise<number> {
    let removed = 0
    for (let gone = EXPIRE_STEP; gone === EXPIRE_STEP; removed += gone) {
      const run = () => expire.step(userId, upTo, EXPIRE_STEP)
      gone = await write(run, { rows: EXPIRE_STEP, bytes: 0 })
    }
    return removed
  }

  /** Repeats a step that removes rows until it finds no more, with room for other writes in between. */
  async function inSteps(step: () => number): Promise<{ removed: number }> {
    let removed = 0
    for (let gone = 1; gone > 0; removed += gone) gone = await write(step, { rows: EXPIRE_STEP, bytes: 0 })
    if (removed > 0) wipe.schedule()
    return { removed }
  }

  return {
    async append(caller, proposals, now, agesFrom) {
      const run = () => append(caller, proposals, now, agesFrom)
      const job = { rows: proposals.length, bytes: unitsOf(proposals), run }
      const appended = await group.write(job)
      if (appended.upTo > appended.from && proposals.some((it) => it.valid && it.item.kind === 'delete'))
        wipe.schedule()
      return appended
    },
    pull: (caller, request) => read(() => pull(caller, request)),
    async acknowledge(caller, request) {
      // An ack that moves nothing is common (two tabs of a device, a retry) and needs no write.
      const outcome = await read(() => acknowledge.judge(caller, request))
      return outcome.moved ? write(() => acknowledge.carryOut(caller, request)) : outcome
    },
    async markRead(caller, version) {
      // Each device reports what it shows; mostly another one has reported it before.
      const outcome = await read(() => markRead.judge(caller, version))
      return outcome.moved ? write(() => markRead.carryOut(caller, version)) : outcome
    },
    summary: (caller) =>
      read(() => {
        const lastReceivedVersion = live.require(caller)
        const { head, digest, floor, readUpTo } = logs.find(caller.userId)
        return { head, digest: showDigest(digest), floor, readUpTo, lastReceivedVersion }
      }),

    newestEpoch: () => read(signIns.newestEpoch),
    isCurrent: (userId, epoch) => read(() => signIns.isCurrent(userId, epoch)),
    raiseEpoch: (userId, but) => write(() => signIns.raiseEpoch(userId, but)),
    endOtherSignIns: (userId, sessionId) =>
      write(() => {
        signIns.require(userId, sessionId)
        signIns.raiseEpoch(userId, sessionId)
      }),
    closeAccount: (userId) => write(() => signIns.closeAccount(userId)),

    createDevice: (userId, device, firstDigest, by) =>
      write(() => {
        live.requireAsker(userId, by)
        logs.make(userId, firstDigest)
        devices.insert(userId, device)
      }),
    findToken: (userId, deviceId) => read(() => devices.findToken(userId, deviceId)),
    listDevices: (userId, by) =>
      read(() => {
        live.requireAsker(userId, by)
        return devices.list(userId)
      }),
    formerDevices: (userId) => read(() => devices.former(userId)),
    renameDevice: (userId, deviceId, name, by) =>
      write(() => {
        live.requireAsker(userId, by)
        return devices.rename(userId, deviceId, name)
      }),
    revokeDevice: (userId, deviceId, now, by) =>
      write(() => {
        live.requireAsker(userId, by)
        devices.revoke(userId, deviceId, now)
        if (endsSignIns(deviceId, by)) signIns.raiseEpoch(userId, by?.sessionId)
      }),
    touchDevice: (caller, now) => write(() => devices.touch(caller, now)),

    addPairing: (caller, pairing, now) => write(() => pairings.add(caller, pairing, now)),
    findPairing: (codeHash, now) => read(() => pairings.find(codeHash, now)),
    cancelPairing: (caller, pairingId) => write(() => pairings.cancel(caller, pairingId)),
    claimPairing: (codeHash, device) => write(() => pairings.claim(codeHash, device)),
    addClaim: (codeHash, claim) => write(() => claims.add(codeHash, claim)),
    waitingClaims: (caller, now) => read(() => claims.waiting(caller, now)),
    decideClaim: (caller, claimId, accept, now) => write(() => claims.decide(caller, claimId, accept, now)),
    findClaim: (claimId, now) => read(() => claims.find(claimId, now)),
    collectClaim: (claimId, device) => write(() => claims.collect(claimId, device)),

    async expire({ before, now = Number.MAX_SAFE_INTEGER }) {
      let removed = 0
      const userAfter = (userId: string) => read(() => expire.userAfter(userId))
      for (let userId = await userAfter(''); userId !== undefined; userId = await userAfter(userId)) {
        const user = userId
        removed += await removeUpTo(user, await read(() => expire.oldUpTo(user, before, now)))
      }
      if (removed > 0) wipe.schedule()
      return { removed }
    },
    async forget(userId) {
      const removed = await removeUpTo(userId, Number.POSITIVE_INFINITY)
      await write(() => {
        devices.forgetNames(userId)
        notes.forget(userId)
        files.forget(userId)
      })
      wipe.schedule()
      return { removed }
    },
    bin: (userId, before = Number.MAX_SAFE_INTEGER, by) =>
      read(() => {
        live.requireAsker(userId, by)
        return bin.list(userId, before)
      }),
    async emptyBin(userId, by) {
      await write(() => {
        live.requireAsker(userId, by)
        bin.empty(userId)
        files.leaveBin(userId)
      })
      wipe.schedule()
    },
    expireBins: (before) => inSteps(() => bin.expire(before)),
    note: (userId, note) => write(() => notes.put(userId, note)),
    notes: (userId, limit, by, before) =>
      read(() => {
        live.requireAsker(userId, by)
        return notes.list(userId, limit, before)
      }),
    async usage(userId) {
      const whole = { messages: 0, bytes: 0 }
      const span = await read(() => usage.span(userId))
      for (let from = span?.floor ?? 0; span && from < span.head; ) {
        const { messages, bytes, upTo } = await read(() => usage.step(span.log, from))
        whole.messages += messages
        whole.bytes += bytes
        from = upTo
        await setImmediate()
      }
      return whole
    },
    expireNotes: (before) => inSteps(() => notes.expire(before)),
    createFile: (caller, file, quota) => write(() => files.create(caller, file, quota)),
    findFile: (caller, fileId) => read(() => files.find(caller, fileId)),
    receiveFile: (caller, fileId, arrival) => write(() => files.receive(caller, fileId, arrival)),
    removeFile: (caller, fileId) => write(() => files.remove(caller, fileId)),
    sweepFiles: (sweep) => write(() => files.sweep(sweep), { rows: EXPIRE_STEP, bytes: 0 }),
    knownFiles: (fileIds) => read(() => files.known(fileIds)),
    subscribe: (caller, subscription) => write(() => push.subscribe(caller, subscription)),
    unsubscribe: (caller) => write(() => push.unsubscribe(caller)),
    sleepers: (userId, after) => read(() => push.sleepers(userId, after)),
    usersBehind: (userId, limit) => read(() => push.usersBehind(userId, limit)),
    claimHints: (userId, sleepers, now) => write(() => push.claimHints(userId, sleepers, now)),
    takeHints: (request) => write(() => push.takeHints(request)),
    hintFor: (userId, deviceId) => read(() => push.hintFor(userId, deviceId)),
    settleHint: (taken, outcome) => write(() => push.settleHint(taken, outcome)),
    nextHintAt: () => read(push.nextHintAt),
    hasHint: (caller) => read(() => push.hasHint(caller)),
    clearHint: (caller) => write(() => push.clearHint(caller)),
    trustedTime: () => read(time.get),
    trustTime: (at) => write(() => time.set(at)),
    check: () => read(logs.probe),
    async close() {
      await group.close()
      wipe.stop()
      if (db.isOpen) db.close()
    },
  }
}
