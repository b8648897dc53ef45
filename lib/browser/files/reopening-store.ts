import type { FileStore } from '../../files/file-store.ts'

/** A store that opens when it is first used, and again after the browser has closed it. */
export function reopeningStore(open: () => Promise<FileStore>, close: () => void): FileStore {
  return {
    get: async (...input) => (await open()).get(...input),
    list: async () => (await open()).list(),
    add: async (...input) => (await open()).add(...input),
    append: async (...input) => (await open()).append(...input),
    chunk: async (...input) => (await open()).chunk(...input),
    change: async (...input) => (await open()).change(...input),
    remove: async (...input) => (await open()).remove(...input),
    wipe: async () => (await open()).wipe(),
    close,
  }
}
