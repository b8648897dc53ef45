import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { RoostError } from '../../lib/protocol/error.ts'
import { bounds, spaceOf } from '../config/disk-space.ts'
import type { FileBytes } from '../core/ports/files.ts'

/** Fewer, larger writes: each one is a call to another thread. */
const WRITE_BYTES = 1024 * 1024
const READ_BYTES = 256 * 1024
const RETRY_AFTER_MS = 10_000
/** The file system has no room, or grants this user none. */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG']

export const pathIn = (directory: string, fileId: string) => join(directory, fileId.slice(-2), fileId)

/** Bytes in a directory, which the first file makes: one file each, in 256 folders by the end of their ids. */
export function createDirectoryBytes(directory: string): FileBytes {
  const pathOf = (fileId: string) => pathIn(directory, fileId)

  return {
    requireRoom(bytes) {
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      const { free, size } = spaceOf(directory)
      // Files stop where messages still have room.
      if (bytes > 0 && free - bytes < bounds(size).scarce) throw noRoom()
    },
    async open(fileId, offset) {
      const path = pathOf(fileId)
      const handle = await withRoom(() => openForWriting(path, offset))
      return createWriter(handle, offset)
    },
    async hash(fileId) {
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(pathOf(fileId), { highWaterMark: READ_BYTES })) hash.update(chunk)
      return hash.digest('hex')
    },
    async read(fileId, range) {
      const handle = await open(pathOf(fileId), 'r')
      return handle.createReadStream({ highWaterMark: READ_BYTES, ...range })
    },
    remove: (fileId) => rm(pathOf(fileId), { force: true }),
    async *list() {
      for (const folder of await namesIn(directory)) yield await readdir(join(directory, folder))
    },
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    // The first file makes it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function openForWriting(path: string, offset: number): Promise<FileHandle> {
  try {
    const handle = await open(path, 'r+')
    await handle.truncate(offset)
    return handle
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  if (offset > 0) throw new Error(`${path} is gone, of which ${offset} bytes were stored`)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const handle = await open(path, 'wx+', 0o600)
  // The names must survive a power cut, too.
  for (const folder of [dirname(path), dirname(dirname(path))]) await syncFolder(folder)
  return handle
}

async function syncFolder(path: string) {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

function createWriter(handle: FileHandle, offset: number) {
  let position = offset
  let waiting: Uint8Array[] = []
  let waitingBytes = 0

  async function flush() {
    const [chunks, bytes] = [waiting, waitingBytes]
    waiting = []
    waitingBytes = 0
    if (bytes === 0) return
    const { bytesWritten } = await withRoom(() => handle.writev(chunks, position))
    position += bytesWritten
    if (bytesWritten === bytes) return
    // A disk that fills up takes a part; writing the rest then says why.
    waiting = [Buffer.concat(chunks).subarray(bytesWritten)]
    waitingBytes = bytes - bytesWritten
    await flush()
  }

  return {
    async write(bytes: Uint8Array) {
      waiting.push(bytes)
      waitingBytes += bytes.length
      if (waitingBytes >= WRITE_BYTES) await flush()
    },
    async sync() {
      await flush()
      await withRoom(() => handle.datasync())
    },
    close: () => handle.close(),
  }
}

async function withRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw NO_ROOM.includes((error as NodeJS.ErrnoException).code ?? '') ? noRoom() : error
  }
}

const noRoom = () =>
  new RoostError('unavailable', 'The disk of the server has no room for this file', { retryAfterMs: RETRY_AFTER_MS })
