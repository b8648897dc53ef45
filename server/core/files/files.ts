import { RoostError } from '../../../lib/protocol/error.ts'
import type { Caller } from '../mother.ts'
import type { Bus } from '../ports/bus.ts'
import type { FileBytes, FileRecord, FileStore, NewFile } from '../ports/files.ts'
import { createOneWriter } from './one-writer.ts'
import { type Incoming, receive } from './receive.ts'
import { mayOpen, viewersOf } from './viewers.ts'

export interface FilesDeps {
  store: Pick<FileStore, 'createFile' | 'findFile' | 'receiveFile' | 'removeFile' | 'knownFiles'>
  bytes: FileBytes
  bus: Pick<Bus, 'publish'>
  now: () => number
  /** Bytes of one file, and of all files of an account. */
  maxSize: number
  quota: number
}

/** Files: announced, received bytes after bytes, and read. Every refusal is a RoostError, or a ChecksumMismatch. */
export interface Files {
  maxSize: number
  /** Again: as it is. @throws RoostError `payload_too_large`, `conflict`, `quota_exceeded`, `unavailable`. */
  create(caller: Caller, file: Omit<NewFile, 'now'>): Promise<FileRecord>
  /** As any device of its account may see it. @throws RoostError `not_found`. */
  look(caller: Caller, fileId: string): Promise<FileRecord>
  /**
   * Appends bytes. Resolves once they are synced, with the file as it is then.
   * @throws RoostError `not_found`, `conflict` when the file does not end at this offset.
   */
  append(caller: Caller, fileId: string, offset: number, incoming: Incoming): Promise<FileRecord>
  /** @throws RoostError `not_found`, `incomplete`. */
  open(caller: Caller, fileId: string): Promise<FileRecord & { sha256: string }>
  read: FileBytes['read']
  terminate(caller: Caller, fileId: string): Promise<void>
  /** Removes bytes that no record knows any more. */
  removeBytes(fileIds: readonly string[]): Promise<void>
  /** Ends all uploads on their way; what has come of them stays. */
  stop(): void
}

/** A device that waits for a file asks again after this time. */
const RETRY_AFTER_MS = 5_000

export function createFiles({ store, bytes, bus, now, maxSize, quota }: FilesDeps): Files {
  const writers = createOneWriter()

  async function find(caller: Caller, fileId: string) {
    const file = await store.findFile(caller, fileId)
    if (!file) throw notFound(fileId)
    return file
  }

  /** Stores how far it is. Tells the devices that may have it when it is complete. */
  async function arrived(caller: Caller, fileId: string, received: number, sha256?: string): Promise<FileRecord> {
    const arrival = { received, now: now(), ...(sha256 !== undefined && { sha256 }) }
    const file = await store.receiveFile(caller, fileId, arrival)
    if (!file) throw notFound(fileId)
    if (sha256 !== undefined) {
      const viewers = viewersOf(file)
      bus.publish(caller.userId, { type: 'file', fileId, viewers: viewers === 'all' ? viewers : [...viewers] })
    }
    return file
  }

  async function appendAlone(caller: Caller, fileId: string, offset: number, incoming: Incoming): Promise<FileRecord> {
    let file: FileRecord = await find(caller, fileId)
    if (file.received !== offset) {
      throw new RoostError('conflict', `Upload-Offset: the file has ${file.received} bytes, not ${offset}`)
    }
    if (file.sha256 !== null) return file
    const tell = async (received: number, sha256?: string) => {
      file = await arrived(caller, fileId, received, sha256)
    }
    await receive({ bytes, file, incoming, arrived: tell })
    return file
  }

  /** A file of no bytes is complete once it is announced. */
  async function createEmpty(caller: Caller, file: FileRecord): Promise<FileRecord> {
    return writers.run(
      file.fileId,
      () => {},
      () => appendAlone(caller, file.fileId, 0, { body: nothing(), end: () => {} }),
    )
  }

  async function removeBytes(fileIds: readonly string[]): Promise<void> {
    for (const fileId of fileIds) {
      // A device may announce the same file again meanwhile.
      const removeIfUnknown = async () => {
        const [known] = await store.knownFiles([fileId])
        if (known === undefined) await bytes.remove(fileId)
      }
      await writers.run(fileId, () => {}, removeIfUnknown)
    }
  }

  return {
    maxSize,
    async create(caller, file) {
      if (file.size > maxSize) throw new RoostError('payload_too_large', `a file has at most ${maxSize} bytes`)
      bytes.requireRoom(file.size)
      const made = await store.createFile(caller, { ...file, now: now() }, quota)
      return made.size === 0 && made.sha256 === null ? createEmpty(caller, made) : made
    },
    look: find,
    append: (caller, fileId, offset, incoming) =>
      writers.run(fileId, incoming.end, () => appendAlone(caller, fileId, offset, incoming)),
    async open(caller, fileId) {
      const file = await find(caller, fileId)
      if (!mayOpen(caller.deviceId, file)) throw notFound(fileId)
      const { sha256, received, size } = file
      if (sha256 !== null) return { ...file, sha256 }
      const detail = { received, size, retryAfterMs: RETRY_AFTER_MS }
      throw new RoostError('incomplete', 'The file is still on its way', detail)
    },
    read: bytes.read,
    async terminate(caller, fileId) {
      await store.removeFile(caller, fileId)
      await removeBytes([fileId])
    },
    removeBytes,
    stop: writers.endAll,
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}

const notFound = (fileId: string) => new RoostError('not_found', `There is no file ${fileId}`)
