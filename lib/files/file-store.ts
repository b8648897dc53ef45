import type { ErrorCode } from '../protocol/error.ts'

/** The bytes of a file are stored in pieces of this size, and uploaded in the same pieces. */
export const CHUNK_BYTES = 1024 * 1024

/** A file on its way from this device to the server. */
export type UploadState =
  /** Its bytes are still being copied here. No message names it yet. */
  | { state: 'copying' }
  | { state: 'waiting' }
  /** The server refused it for good. */
  | { state: 'failed'; code: ErrorCode }

/** A file of which this device holds bytes. */
export interface HeldFile {
  fileId: string
  /** As it was on the sender's disk: to be shown, never to be used as a path. */
  name: string
  /** A MIME type; '' when nobody knows. */
  type: string
  size: number
  /** The first so many bytes are here. */
  held: number
  /** Present while the server does not have the whole file: then this may be the only copy. */
  upload?: UploadState
  /** When it was last opened, in ms since the epoch by this device's clock. */
  usedAt: number
}

export type FileChange = Partial<Pick<HeldFile, 'usedAt'>> & { upload?: UploadState | null }

/**
 * The bytes of a device's files, beside its messages. Every method is one transaction, and durable (where the store can
 * be) when its promise resolves. @throws StorageError
 */
export interface FileStore {
  get(fileId: string): Promise<HeldFile | undefined>
  /** Least recently opened first. */
  list(): Promise<HeldFile[]>
  /** Begins a file without bytes. A file that is there already stays as it is. */
  add(file: Omit<HeldFile, 'held'>): Promise<void>
  /**
   * Appends a chunk that begins at byte `at`. Every chunk is CHUNK_BYTES long except the last of a file. Answers how
   * many bytes are held now. A chunk that does not begin where the held bytes end changes nothing.
   */
  append(fileId: string, at: number, bytes: Uint8Array<ArrayBuffer>): Promise<number>
  /** Chunk number `n`, from 0; undefined when it is not here. */
  chunk(fileId: string, n: number): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** `upload: null` says that the server has all of it. Answers the file as it is now. */
  change(fileId: string, change: FileChange): Promise<HeldFile | undefined>
  /** Also removes the bytes. */
  remove(fileIds: readonly string[]): Promise<void>
  wipe(): Promise<void>
  close(): void
}

export const isWhole = ({ held, size }: Pick<HeldFile, 'held' | 'size'>) => held === size

/** The file after `change`. */
export function changed({ upload, ...file }: HeldFile, change: FileChange): HeldFile {
  const next = change.upload === undefined ? upload : change.upload
  return { ...file, usedAt: change.usedAt ?? file.usedAt, ...(next && { upload: next }) }
}

/** Whether a chunk of `bytes` may be appended at `at`. */
export const fits = ({ held, size }: HeldFile, at: number, bytes: number) =>
  at === held && bytes === Math.min(CHUNK_BYTES, size - at)

export const byUse = (a: HeldFile, b: HeldFile) => a.usedAt - b.usedAt
