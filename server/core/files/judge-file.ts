import { RoostError } from '../../../lib/protocol/error.ts'
import type { FileRecord, FoundFile, NewFile } from '../ports/files.ts'

/** The same answer for a file of another account and one of another size. @throws RoostError `conflict`. */
export function judgeSame(present: FileRecord | null, file: NewFile): FileRecord {
  if (present?.size === file.size) return present
  throw new RoostError('conflict', `fileId: ${file.fileId} is taken by another file`)
}

/** `used`: what the files of the account take, or have announced. @throws RoostError `quota_exceeded`. */
export function judgeRoom(used: number, file: NewFile, quota: number): void {
  if (used + file.size <= quota) return
  throw new RoostError('quota_exceeded', 'The files of this account take too much room', { used, quota })
}

/** @throws RoostError as removeFile of the store. */
export function judgeRemoval(deviceId: string, file: FoundFile | null): void {
  if (!file) throw new RoostError('not_found', 'There is no such file')
  if (file.uploader !== deviceId) throw new RoostError('forbidden', 'Another device has announced this file')
  if (file.sha256 === null || file.namings.length === 0) return
  throw new RoostError('conflict', 'A message names this file: delete the message')
}
