import { judgeRemoval, judgeRoom, judgeSame } from '../../core/files/judge-file.ts'
import type { Caller } from '../../core/mother.ts'
import type { Arrival, FileRecord, FoundFile, NewFile, Sweep } from '../../core/ports/files.ts'
import type { Connection, Transaction } from '../connection/connection.ts'
import { lockFor, lookAtAsker } from './devices.ts'

export async function createFile(
  tx: Transaction,
  { userId, deviceId }: Caller,
  file: NewFile,
  quota: number,
): Promise<FileRecord> {
  await lockFor(tx, userId, { deviceId })
  const { fileId, size, type, name, now } = file
  const present = await findOwn(tx, userId, fileId)
  if (present) return judgeSame(present, file)
  const [[{ used }], namings] = await Promise.all([
    tx.ask('sumFiles', [userId]),
    tx.ask('findNamings', [userId, fileId]),
  ])
  judgeRoom(Number(used), file, quota)
  const named = namings.length > 0
  await tx.ask('addFile', [userId, fileId, deviceId, size, type, name, now, named, named ? null : now])
  // Another user may have it.
  return judgeSame(await findOwn(tx, userId, fileId), file)
}

export async function findFile(
  connection: Connection,
  { userId, deviceId }: Caller,
  fileId: string,
): Promise<FoundFile | null> {
  const found = await findOwn(connection, userId, fileId)
  // After the read, so that a device that was removed meanwhile gets nothing.
  await lookAtAsker(connection, userId, { deviceId })
  return found
}

export async function receiveFile(
  tx: Transaction,
  { userId, deviceId }: Caller,
  fileId: string,
  { received, sha256, now }: Arrival,
): Promise<FoundFile | null> {
  await lockFor(tx, userId, { deviceId })
  await tx.ask('receiveFile', [userId, fileId, received, sha256 ?? null, now])
  return findOwn(tx, userId, fileId)
}

export async function removeFile(tx: Transaction, { userId, deviceId }: Caller, fileId: string, again: boolean) {
  await lockFor(tx, userId, { deviceId })
  const found = await findOwn(tx, userId, fileId)
  // The try before may have removed it without being able to say so.
  if (!found && again) return
  judgeRemoval(deviceId, found)
  tx.later('removeFile', [userId, fileId])
}

export async function sweepFiles(connection: Connection, sweep: Sweep): Promise<string[]> {
  const { unfinishedBefore, unnamedBefore, deletedBefore } = sweep
  const rows = await connection.ask('sweepFiles', [unfinishedBefore, unnamedBefore, deletedBefore])
  return rows.map((it) => it.file_id)
}

async function findOwn(connection: Connection, userId: string, fileId: string): Promise<FoundFile | null> {
  const [[file], namings] = await Promise.all([
    connection.ask('findFile', [userId, fileId]),
    connection.ask('findNamings', [userId, fileId]),
  ])
  return file ? { ...file, namings } : null
}
