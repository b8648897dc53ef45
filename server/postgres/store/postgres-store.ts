import type { Pool } from 'pg'
import { RoostError } from '../../../lib/protocol/error.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { showDigest } from '../../core/messages/digest.ts'
import type { OnCommit } from '../../core/ports/on-commit.ts'
import type { Store } from '../../core/ports/store.ts'
import { type Connection, createConnection, type Transaction, transact } from '../connection/connection.ts'
import { retry } from '../connection/retry.ts'
import { acknowledge } from './acknowledge.ts'
import { append } from './append.ts'
import { appendNext } from './append-next.ts'
import { listBin } from './bin.ts'
import { addClaim, collectClaim, decideClaim, findClaim, waitingClaims } from './claims.ts'
import { createDevice, findToken, listDevices, lockFor, lookAtAsker, renameDevice, revokeDevice } from './devices.ts'
import { expireStep } from './expire.ts'
import { createFile, findFile, receiveFile, removeFile, sweepFiles } from './files.ts'
import { createLanes } from './lanes.ts'
import { requireLive } from './live-device.ts'
import { createLogStates, mergeLiveDevices } from './log-states.ts'
import { judgeRead, markRead } from './mark-read.ts'
import { addPairing, cancelPairing, claimPairing, findPairing } from './pairings.ts'
import { pull } from './pull.ts'
import { closeAccount, isCurrent, newestEpoch, raiseEpoch } from './sign-ins.ts'
import { claimHints, settleHint, sleepers, subscribe, takeHints, unsubscribe } from './subscriptions.ts'

const EXPIRE_STEP = 1_000
/** Every UUID is below it. */
const AFTER_ALL = 'g'

export interface PostgresStoreOptions {
  onCommit?: OnCommit | undefined
  /** Deleted texts wait in the bin. */
  keepsDeleted?: boolean
}

/** The store on PostgreSQL. close() closes the pool, too. Made by openPostgresStore. */
export function createPostgresStore(
  pool: Pool,
  { onCommit = () => {}, keepsDeleted = false }: PostgresStoreOptions = {},
): Store {
  const connection = createConnection(pool)
  const states = createLogStates()
  const lanes = createLanes((userId, sends) => {
    const rows = sends.reduce((sum, it) => sum + it.proposals.length, 0)
    return measured({ calls: sends.length, rows }, async (again) => {
      const before = states.get(userId)
      states.forget(userId)
      const next = before && !again ? await appendNext(connection, userId, sends, before) : null
      const { outcomes, state } =
        next ?? (await transact(pool, 'write', (tx) => append(tx, userId, sends, { again, keepsDeleted })))
      if (state) states.set(userId, mergeLiveDevices(before, state))
      return outcomes
    })
  })
  /** close() waits for these: an ended pool gives no connection to a statement that still waits for one. */
  const inFlight = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  function measured<T>(size: { calls: number; rows: number }, run: (again: boolean) => Promise<T>): Promise<T> {
    return retry(async (again) => {
      const began = performance.now()
      const value = await run(again)
      onCommit({ ...size, ms: performance.now() - began })
      return value
    })
  }

  /** Runs alone, in a transaction that locks the user's row. */
  function locked<T>(userId: string, run: (tx: Transaction, again: boolean) => Promise<T>): Promise<T> {
    const work = (again: boolean) => transact(pool, 'write', (tx) => run(tx, again))
    return lanes.run(userId, () => measured({ calls: 1, rows: 1 }, work))
  }

  async function removeUpTo(userId: string, upTo: number): Promise<number> {
    let removed = 0
    for (let gone = EXPIRE_STEP; gone === EXPIRE_STEP; removed += gone) {
      gone = await locked(userId, (tx) => expireStep(tx, userId, upTo, EXPIRE_STEP))
    }
    return removed
  }

  /** Runs statements that need no transaction. */
  async function plain<T>(run: (connection: Connection, again: boolean) => Promise<T>): Promise<T> {
    if (closing) throw new RoostError('unavailable', 'The store is closed', { retryAfterMs: 1_000 })
    const done = retry((again) => run(connection, again))
    inFlight.add(done)
    try {
      return await done
    } finally {
      inFlight.delete(done)
    }
  }

  async function removing(statement: 'expireBins' | 'expireNotes', before: number): Promise<{ removed: number }> {
    const [{ removed }] = await plain((it) => it.ask(statement, [before]))
    return { removed }
  }

  return {
    append: (caller, proposals, now, agesFrom) => lanes.append({ caller, proposals, now, agesFrom }),
    pull: (caller, request) => plain((it) => pull(pool, it, caller, request)),
    acknowledge: (caller, request) =>
      plain(async (it, again) => {
        const { lastReceivedVersion, moved } = await acknowledge(it, caller, request)
        // An earlier try may have moved it. Telling listeners once too often is better than not at all.
        return { lastReceivedVersion, moved: moved || again }
      }),
    async markRead(caller, version) {
      // Each device reports what it shows; mostly another one has reported it before.
      const outcome = await plain((it) => judgeRead(it, caller, version))
      if (!outcome.moved) return outcome
      return locked(caller.userId, async (tx, again) => {
        const marked = await markRead(tx, caller, version)
        // The try before may have moved it without being able to say so.
        return { ...marked, moved: marked.moved || again }
      })
    },
    summary: ({ userId, deviceId }) =>
      plain(async (it) => {
        const [row] = await it.ask('position', [userId, deviceId])
        const {
          head,
          digest,
          floor,
          read_up_to: readUpTo,
          last_received_version: lastReceivedVersion,
        } = requireLive(row)
        return { head, digest: showDigest(digest), floor, readUpTo, lastReceivedVersion }
      }),

    newestEpoch: () => plain(newestEpoch),
    isCurrent: (userId, epoch) => plain((it) => isCurrent(it, userId, epoch)),
    raiseEpoch: (userId, but) => locked(userId, (tx) => raiseEpoch(tx, userId, but)),
    endOtherSignIns: (userId, sessionId) =>
      locked(userId, async (tx) => {
        await lockFor(tx, userId, { sessionId })
        await raiseEpoch(tx, userId, sessionId)
      }),
    closeAccount: (userId) => locked(userId, (tx) => closeAccount(tx, userId)),

    createDevice: (userId, device, firstDigest, by) =>
      locked(userId, (tx) => createDevice(tx, userId, device, firstDigest, by)),
    findToken: (userId, deviceId) => plain((it) => findToken(it, userId, deviceId)),
    listDevices: (userId, by) => plain((it) => listDevices(it, userId, by)),
    formerDevices: (userId) => plain((it) => it.ask('formerDevices', [userId, limits.formerDevices])),
    renameDevice: (userId, deviceId, name, by) => locked(userId, (tx) => renameDevice(tx, userId, deviceId, name, by)),
    revokeDevice: (userId, deviceId, now, by) =>
      locked(userId, (tx, again) => revokeDevice(tx, { userId, deviceId, now, by }, again)),
    touchDevice: ({ userId, deviceId }, now) =>
      plain(async (it) => void (await it.ask('touch', [userId, deviceId, now]))),

    addPairing: (caller, pairing, now) => locked(caller.userId, (tx) => addPairing(tx, caller, pairing, now)),
    findPairing: (codeHash, now) => plain((it) => findPairing(it, codeHash, now)),
    async claimPairing(codeHash, device) {
      const pairing = await plain((it) => findPairing(it, codeHash, device.now))
      if (!pairing) return false
      return locked(pairing.userId, (tx, again) => claimPairing(tx, pairing.userId, codeHash, device, again))
    },
    cancelPairing: (caller, pairingId) => locked(caller.userId, (tx) => cancelPairing(tx, caller, pairingId)),
    async addClaim(codeHash, claim) {
      const pairing = await plain((it) => findPairing(it, codeHash, claim.now))
      if (!pairing) return false
      return locked(pairing.userId, (tx, again) => addClaim(tx, pairing.userId, codeHash, claim, again))
    },
    waitingClaims: (caller, now) => plain((it) => waitingClaims(it, caller, now)),
    decideClaim: (caller, claimId, accept, now) =>
      locked(caller.userId, (tx, again) => decideClaim(tx, caller, { claimId, accept, now }, again)),
    findClaim: (claimId, now) => plain((it) => findClaim(it, claimId, now)),
    async collectClaim(claimId, device) {
      const claim = await plain((it) => findClaim(it, claimId, device.now))
      if (!claim) return false
      return locked(claim.userId, (tx, again) => collectClaim(tx, claim.userId, claimId, device, again))
    },

    async expire({ before, now = Number.MAX_SAFE_INTEGER }) {
      const userAfter = (userId: string) => plain(async (it) => (await it.ask('userAfter', [userId]))[0]?.user_id)
      let removed = 0
      for (let userId = await userAfter(''); userId !== undefined; userId = await userAfter(userId)) {
        const [old] = await plain((it) => it.ask('oldUpTo', [userId, before, now]))
        if (old) removed += await removeUpTo(userId, old.version)
      }
      return { removed }
    },
    async forget(userId) {
      const removed = await removeUpTo(userId, Number.POSITIVE_INFINITY)
      await plain(async (it) => void (await it.ask('forgetNames', [userId])))
      await plain(async (it) => void (await it.ask('forgetNotes', [userId])))
      await plain(async (it) => void (await it.ask('forgetFiles', [userId])))
      return { removed }
    },
    bin: (userId, before = Number.MAX_SAFE_INTEGER, by) =>
      plain(async (it) => {
        const texts = await listBin(it, userId, before)
        await lookAtAsker(it, userId, by)
        return texts
      }),
    emptyBin: (userId, by) =>
      locked(userId, async (tx) => {
        await lockFor(tx, userId, by)
        tx.later('emptyBin', [userId])
        tx.later('leaveBin', [userId])
      }),
    expireBins: (before) => removing('expireBins', before),
    note: (userId, { id, at, json }) => plain(async (it) => void (await it.ask('note', [userId, id, at, json]))),
    notes: (userId, limit, by, before = AFTER_ALL) =>
      plain(async (it) => {
        const rows = await it.ask('notes', [userId, before, limit])
        await lookAtAsker(it, userId, by)
        return rows.map((row) => row.json)
      }),
    usage: (userId) => plain(async (it) => (await it.ask('usage', [userId]))[0]),
    expireNotes: (before) => removing('expireNotes', before),
    createFile: (caller, file, quota) => locked(caller.userId, (tx) => createFile(tx, caller, file, quota)),
    findFile: (caller, fileId) => plain((it) => findFile(it, caller, fileId)),
    receiveFile: (caller, fileId, arrival) => locked(caller.userId, (tx) => receiveFile(tx, caller, fileId, arrival)),
    removeFile: (caller, fileId) => locked(caller.userId, (tx, again) => removeFile(tx, caller, fileId, again)),
    sweepFiles: (sweep) => plain((it) => sweepFiles(it, sweep)),
    knownFiles: (fileIds) => plain(async (it) => (await it.ask('knownFiles', [fileIds])).map((row) => row.file_id)),
    subscribe: (caller, subscription) => locked(caller.userId, (tx) => subscribe(tx, caller, subscription)),
    unsubscribe: (caller) => locked(caller.userId, (tx) => unsubscribe(tx, caller)),
    sleepers: (userId, after) => plain((it) => sleepers(it, userId, after)),
    usersBehind: (userId, limit) =>
      plain(async (it) => (await it.ask('usersBehind', [userId, limit])).map((row) => row.userId)),
    claimHints: (userId, found, now) => plain((it) => claimHints(it, userId, found, now)),
    takeHints: (request) => plain((it) => takeHints(it, request)),
    hintFor: (userId, deviceId) => plain(async (it) => (await it.ask('hintFor', [userId, deviceId]))[0] ?? null),
    settleHint: (taken, outcome) => plain((it) => settleHint(it, taken, outcome)),
    nextHintAt: () => plain(async (it) => (await it.ask('nextHintAt', []))[0]?.at ?? null),
    hasHint: ({ userId, deviceId }) => plain(async (it) => (await it.ask('hasHint', [userId, deviceId])).length > 0),
    clearHint: ({ userId, deviceId }) => plain(async (it) => void (await it.ask('clearHint', [userId, deviceId]))),
    trustedTime: () => plain(async (it) => (await it.ask('trustedTime', []))[0]?.at ?? null),
    trustTime: (at) => plain(async (it) => void (await it.ask('trustTime', [at]))),
    check: () => plain(async (it) => void (await it.ask('probe', []))),
    close: () =>
      (closing ??= (async () => {
        await lanes.close()
        await Promise.allSettled(inFlight)
        await pool.end()
      })()),
  }
}
