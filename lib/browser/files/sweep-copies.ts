import type { FileStore } from '../../files/file-store.ts'

/** No copy takes this long, and another tab may be making one now. */
const COPY_MS = 60 * 60_000

/** Removes what a tab was copying when it was closed: no message names it. */
export async function sweepCopies(files: Pick<FileStore, 'list' | 'remove'>, now: number): Promise<void> {
  const left = (await files.list()).filter((it) => it.upload?.state === 'copying' && it.usedAt < now - COPY_MS)
  if (left.length > 0) await files.remove(left.map((it) => it.fileId))
}
