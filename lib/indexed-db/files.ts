import type { DBSchema, IDBPDatabase } from 'idb'
import { defaultOptions } from '../core/roost-options.ts'
import { byUse, CHUNK_BYTES, changed, type FileStore, fits, type HeldFile } from '../files/file-store.ts'
import { connect, type OpenOptions } from './connect.ts'
import { toStorageError } from './errors.ts'
import { filesName } from './schema.ts'

const VERSION = 1

interface FilesSchema extends DBSchema {
  files: { key: string; value: HeldFile }
  /** ArrayBuffers, because WebKit loses Blobs of private windows. */
  chunks: { key: [string, number]; value: ArrayBuffer }
}

const allOf = (fileId: string) => IDBKeyRange.bound([fileId, 0], [fileId, Number.POSITIVE_INFINITY])

/** @throws StorageError */
export async function openIndexedDbFiles(deviceId: string, options: OpenOptions = {}): Promise<FileStore> {
  const name = filesName(deviceId, { ...defaultOptions, ...options })
  const db = await connect<FilesSchema>(name, VERSION, upgrade, options)

  type Write = ReturnType<typeof begin>
  const begin = () => db.transaction(['files', 'chunks'], 'readwrite', { durability: 'strict' })
  const write = <T>(work: (tx: Write) => Promise<T>) =>
    told(async () => {
      const tx = begin()
      const [result] = await Promise.all([work(tx), tx.done])
      return result
    })

  return {
    get: (fileId) => told(() => db.get('files', fileId)),
    list: () => told(async () => (await db.getAll('files')).sort(byUse)),
    add: (file) =>
      write(async (tx) => {
        const files = tx.objectStore('files')
        if (!(await files.get(file.fileId))) await files.put({ ...file, held: 0 })
      }),
    append: (fileId, at, bytes) =>
      write(async (tx) => {
        const files = tx.objectStore('files')
        const file = await files.get(fileId)
        if (!file || !fits(file, at, bytes.length)) return file?.held ?? 0
        const held = at + bytes.length
        await Promise.all([
          tx.objectStore('chunks').put(whole(bytes), [fileId, at / CHUNK_BYTES]),
          files.put({ ...file, held }),
        ])
        return held
      }),
    chunk: (fileId, n) =>
      told(async () => {
        const bytes = await db.get('chunks', [fileId, n])
        return bytes && new Uint8Array(bytes)
      }),
    change: (fileId, change) =>
      write(async (tx) => {
        const files = tx.objectStore('files')
        const file = await files.get(fileId)
        if (!file) return undefined
        const next = changed(file, change)
        await files.put(next)
        return next
      }),
    remove: (fileIds) =>
      write(async (tx) => {
        await Promise.all(
          fileIds.flatMap((it) => [tx.objectStore('files').delete(it), tx.objectStore('chunks').delete(allOf(it))]),
        )
      }),
    wipe: () =>
      write(async (tx) => {
        await Promise.all([tx.objectStore('files').clear(), tx.objectStore('chunks').clear()])
      }),
    close: () => db.close(),
  }
}

/** A buffer of just these bytes. */
const whole = ({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>) =>
  byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)

function upgrade(db: IDBPDatabase<FilesSchema>, oldVersion: number): void {
  if (oldVersion >= 1) return
  db.createObjectStore('files', { keyPath: 'fileId' })
  db.createObjectStore('chunks')
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toStorageError(error)
  }
}
