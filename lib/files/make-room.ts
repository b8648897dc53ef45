import type { FileStore, HeldFile } from './file-store.ts'

/** A file that only this device may have is never removed, and does not count. */
const isSpare = (file: HeldFile) => !file.upload

export const keptBytes = (files: readonly HeldFile[]) => files.filter(isSpare).reduce((sum, { held }) => sum + held, 0)

/** Removes what was opened least recently, until the rest has at most `limit` bytes. Answers what it removed. */
export async function makeRoom(store: Pick<FileStore, 'list' | 'remove'>, limit: number): Promise<string[]> {
  const files = await store.list()
  let over = keptBytes(files) - limit
  const removed: string[] = []
  for (const { fileId, held } of files.filter(isSpare)) {
    if (over <= 0) break
    removed.push(fileId)
    over -= held
  }
  if (removed.length > 0) await store.remove(removed)
  return removed
}
