import { RoostError } from '../../../lib/protocol/error.ts'
import type { Connection, Transaction } from '../connection/connection.ts'

/**
 * The epochs of sign-ins, and the account library's table of sessions. Every transaction locks in this order: the user's row,
 * then the epoch, then sessions.
 */

export async function newestEpoch(connection: Connection): Promise<number> {
  return (await connection.ask('newestEpoch', []))[0].number
}

export async function isCurrent(connection: Connection, userId: string, epoch: number): Promise<boolean> {
  return counts((await connection.ask('findEpoch', [userId]))[0], epoch)
}

export const raiseEpoch = (tx: Transaction, userId: string, but = '') => begin(tx, userId, false, but)

export const closeAccount = (tx: Transaction, userId: string) => begin(tx, userId, true, '')

async function begin(tx: Transaction, userId: string, closed: boolean, but: string): Promise<void> {
  await tx.ask('lockLog', [userId])
  await tx.ask('lockEpochs', [])
  const [{ number }] = await tx.ask('raiseEpoch', [userId, closed])
  if (!(await tx.ask('hasSessions', []))[0].there) return
  tx.later('endOtherSessions', [userId, but])
  tx.later('carryOver', [userId, but, number])
}

/**
 * Checks a session; neither a new epoch nor the end of this session comes between this and the commit.
 * @throws RoostError `unauthenticated` when the session has ended.
 */
export async function lockSession(tx: Transaction, userId: string, sessionId: string): Promise<void> {
  const [epochs, sessions] = await Promise.all([
    tx.ask('lockEpoch', [userId]),
    tx.ask('lockSession', [userId, sessionId]),
  ])
  requireCurrent(epochs[0], sessions[0])
}

/** The same for a read. */
export async function lookAtSession(connection: Connection, userId: string, sessionId: string): Promise<void> {
  const [epochs, sessions] = await Promise.all([
    connection.ask('findEpoch', [userId]),
    connection.ask('findSession', [userId, sessionId]),
  ])
  requireCurrent(epochs[0], sessions[0])
}

/** Sessions of before the update have no epoch. */
function requireCurrent(epoch: EpochRow | undefined, session: { epoch: number | null } | undefined): void {
  if (!session || !counts(epoch, session.epoch ?? 0)) throw ended()
}

/** @throws RoostError `unauthenticated` when the account is closed. */
export async function requireOpen(connection: Connection, userId: string): Promise<void> {
  if ((await connection.ask('findEpoch', [userId]))[0]?.closed) throw ended()
}

interface EpochRow {
  number: number
  closed: boolean
}

const counts = (row: EpochRow | undefined, epoch: number) => row === undefined || (!row.closed && epoch >= row.number)

const ended = () => new RoostError('unauthenticated', 'This sign-in has ended: sign in again')
