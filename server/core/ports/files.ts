import type { Readable } from 'node:stream'
import type { Addressed } from '../messages/visibility.ts'
import type { Caller } from '../mother.ts'

export interface NewFile {
  fileId: string
  /** Bytes, as announced. */
  size: number
  type: string
  name: string
  /** ms since the epoch. */
  now: number
}

export interface FileRecord {
  fileId: string
  /** The device that has announced it. */
  uploader: string
  size: number
  /** Bytes that are synced. */
  received: number
  /** In hex; null until all bytes are synced. */
  sha256: string | null
  type: string
  name: string
  /** ms since the epoch. */
  createdAt: number
}

export interface FoundFile extends FileRecord {
  /** The messages that name it now. */
  namings: readonly Addressed[]
  /** A message has named it, now or earlier. */
  named: boolean
}

/** Bytes have arrived; `sha256` once all have. */
export interface Arrival {
  received: number
  sha256?: string
  now: number
}

export interface Sweep {
  /** ms since the epoch; unfinished uploads that are older go. */
  unfinishedBefore: number
  /** Files that were complete before this time go when no message has named them. */
  unnamedBefore: number
  /** Files go when the last message that named them was deleted before this time. */
  deletedBefore: number
}

/**
 * The store keeps records of files; their bytes are elsewhere. The rules of Store hold. A file without a record does not
 * exist, whatever bytes there are.
 */
export interface FileStore {
  /**
   * Announces a file; again: as it is. @throws RoostError `conflict` (another size, or of another user), `quota_exceeded`.
   */
  createFile(caller: Caller, file: NewFile, quota: number): Promise<FileRecord>
  /** Null: this user has no such file. */
  findFile(caller: Caller, fileId: string): Promise<FoundFile | null>
  /** Null: it was removed meanwhile. `received` moves forward only. */
  receiveFile(caller: Caller, fileId: string, arrival: Arrival): Promise<FoundFile | null>
  /** @throws RoostError `not_found`, `forbidden` (another device's), `conflict` (complete, and a message names it). */
  removeFile(caller: Caller, fileId: string): Promise<void>
  /** Removes the records of files whose time is over, some hundred at once, and returns their ids. */
  sweepFiles(sweep: Sweep): Promise<string[]>
  /** Those of these ids that any user has. */
  knownFiles(fileIds: readonly string[]): Promise<string[]>
}

/** Bytes of one upload, from an offset on. */
export interface ByteWriter {
  write(bytes: Uint8Array): Promise<void>
  /** Everything written so far survives a power cut once this resolves. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** Where the bytes of files are. @throws RoostError `unavailable` when there is no room now. */
export interface FileBytes {
  /** @throws RoostError `unavailable` unless so many bytes fit beside the messages. */
  requireRoom(bytes: number): void
  /** Drops whatever lies after the offset. */
  open(fileId: string, offset: number): Promise<ByteWriter>
  /** SHA-256 in hex of everything that is stored. */
  hash(fileId: string): Promise<string>
  /** `end` is the last byte. Rejects when the bytes are not there. */
  read(fileId: string, range?: { start: number; end: number }): Promise<Readable>
  /** Does nothing when there are none. */
  remove(fileId: string): Promise<void>
  /** The ids of all files that have bytes, some hundred at a time. */
  list(): AsyncIterable<string[]>
}
