import { StorageError } from '../core/ports.ts'
import { byUse, CHUNK_BYTES, changed, type FileStore, fits, type HeldFile } from '../files/file-store.ts'

/** Outlives its handles. */
export interface MemoryFiles {
  files: Map<string, HeldFile>
  chunks: Map<string, Uint8Array<ArrayBuffer>[]>
}

export const createMemoryFiles = (): MemoryFiles => ({ files: new Map(), chunks: new Map() })

/** Files that last as long as the program, for tests and for browser windows that may store nothing. */
export function openMemoryFiles({ files, chunks }: MemoryFiles = createMemoryFiles()): FileStore {
  let open = true
  function told<T>(work: () => T): Promise<T> {
    return open ? Promise.resolve(work()) : Promise.reject(new StorageError('closed'))
  }
  return {
    get: (fileId) => told(() => structuredClone(files.get(fileId))),
    list: () => told(() => structuredClone([...files.values()].sort(byUse))),
    add: (file) =>
      told(() => {
        if (!files.has(file.fileId)) files.set(file.fileId, { ...structuredClone(file), held: 0 })
      }),
    append: (fileId, at, bytes) =>
      told(() => {
        const file = files.get(fileId)
        if (!file || !fits(file, at, bytes.length)) return file?.held ?? 0
        const own = chunks.get(fileId) ?? []
        own[at / CHUNK_BYTES] = bytes.slice()
        chunks.set(fileId, own)
        files.set(fileId, { ...file, held: at + bytes.length })
        return at + bytes.length
      }),
    chunk: (fileId, n) => told(() => chunks.get(fileId)?.[n]?.slice()),
    change: (fileId, change) =>
      told(() => {
        const file = files.get(fileId)
        if (!file) return undefined
        const next = changed(file, structuredClone(change))
        files.set(fileId, next)
        return structuredClone(next)
      }),
    remove: (fileIds) =>
      told(() => {
        for (const it of fileIds) {
          files.delete(it)
          chunks.delete(it)
        }
      }),
    wipe: () =>
      told(() => {
        files.clear()
        chunks.clear()
      }),
    close: () => {
      open = false
    },
  }
}
