import type { DatabaseSync } from 'node:sqlite'
import { judgeRemoval, judgeRoom, judgeSame } from '../../core/files/judge-file.ts'
import type { Caller } from '../../core/mother.ts'
import type { Arrival, FileRecord, FoundFile, NewFile, Sweep } from '../../core/ports/files.ts'
import type { LiveDevices } from './live-device.ts'
import type { Logs } from './log.ts'
import type { Namings } from './namings.ts'

const STEP = 500

export interface Files {
  create(caller: Caller, file: NewFile, quota: number): FileRecord
  find(caller: Caller, fileId: string): FoundFile | null
  receive(caller: Caller, fileId: string, arrival: Arrival): FoundFile | null
  remove(caller: Caller, fileId: string): void
  sweep(sweep: Sweep): string[]
  known(fileIds: readonly string[]): string[]
  /** The user's deleted messages left the bin: their files need not wait for it. */
  leaveBin(userId: string): void
  /** The next sweep removes all files of the user. */
  forget(userId: string): void
}

export function createFiles(db: DatabaseSync, logs: Logs, live: LiveDevices, namings: Namings): Files {
  const find = db.prepare(`
    SELECT file_id AS fileId, uploader, size, received, sha256, type, name, created_at AS createdAt, named, user_id AS userId
    FROM file WHERE file_id = ?`)
  const used = db.prepare('SELECT coalesce(sum(size), 0) AS used FROM file WHERE user_id = ?')
  const insert = db.prepare(`
    INSERT INTO file (file_id, user_id, uploader, size, received, sha256, type, name, created_at, named, loose_since)
    VALUES (?, ?, ?, ?, 0, NULL, ?, ?, ?, ?, ?)`)
  const receive = db.prepare(`
    UPDATE file SET received = max(received, ?2), sha256 = coalesce(sha256, ?3),
      loose_since = CASE WHEN named = 0 AND ?3 IS NOT NULL THEN ?4 ELSE loose_since END
    WHERE file_id = ?1`)
  const remove = db.prepare('DELETE FROM file WHERE file_id = ?')
  const ripe = [
    db.prepare(`SELECT file_id FROM file WHERE sha256 IS NULL AND created_at < ? LIMIT ${STEP}`),
    db.prepare(`
      SELECT file_id FROM file WHERE named = 0 AND loose_since < ? AND sha256 IS NOT NULL LIMIT ${STEP}`),
    db.prepare(`SELECT file_id FROM file WHERE named = 1 AND loose_since <= ? LIMIT ${STEP}`),
  ] as const
  const known = db.prepare('SELECT 1 FROM file WHERE file_id = ?')
  const leaveBin = db.prepare('UPDATE file SET loose_since = 0 WHERE user_id = ? AND named = 1 AND loose_since > 0')
  const forget = db.prepare('UPDATE file SET named = 1, loose_since = 0 WHERE user_id = ?')

  function own({ userId }: Caller, fileId: string): FoundFile | null {
    const row = find.get(fileId)
    if (!row || row.userId !== userId) return null
    const { userId: _, named, ...file } = row
    const found = namings.of(logs.find(userId).number, fileId)
    return { ...(file as unknown as FileRecord), named: named === 1, namings: found }
  }

  function requiringCaller<A extends unknown[], T>(run: (caller: Caller, ...args: A) => T) {
    return (caller: Caller, ...args: A): T => {
      live.require(caller)
      return run(caller, ...args)
    }
  }

  return {
    create: requiringCaller((caller, file: NewFile, quota: number) => {
      const { userId, deviceId } = caller
      const { fileId, size, type, name, now } = file
      if (find.get(fileId)) return judgeSame(own(caller, fileId), file)
      judgeRoom(used.get(userId)?.used as number, file, quota)
      // A message may have named it before it was there.
      const named = namings.of(logs.find(userId).number, fileId).length > 0
      insert.run(fileId, userId, deviceId, size, type, name, now, named ? 1 : 0, named ? null : now)
      return own(caller, fileId) as FileRecord
    }),
    find: requiringCaller(own),
    receive: requiringCaller((caller, fileId: string, { received, sha256, now }: Arrival) => {
      if (!own(caller, fileId)) return null
      receive.run(fileId, received, sha256 ?? null, now)
      return own(caller, fileId)
    }),
    remove: requiringCaller((caller, fileId: string) => {
      judgeRemoval(caller.deviceId, own(caller, fileId))
      remove.run(fileId)
    }),
    sweep({ unfinishedBefore, unnamedBefore, deletedBefore }) {
      const times = [unfinishedBefore, unnamedBefore, deletedBefore]
      const rows = ripe.flatMap((statement, n) => statement.all(times[n] as number))
      const fileIds = rows.map((it) => it.file_id as string)
      for (const fileId of fileIds) remove.run(fileId)
      return fileIds
    },
    known: (fileIds) => fileIds.filter((it) => known.get(it) !== undefined),
    leaveBin: (userId) => void leaveBin.run(userId),
    forget: (userId) => void forget.run(userId),
  }
}
