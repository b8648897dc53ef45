import type { FileBytes, FileStore } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { Files } from './files.ts'

const DAY_MS = 24 * 60 * 60_000
export const UNFINISHED_MS = 7 * DAY_MS
export const UNNAMED_MS = DAY_MS

export interface FileSweepDeps {
  store: Pick<FileStore, 'sweepFiles' | 'knownFiles'>
  files: Pick<Files, 'removeBytes'>
  bytes: Pick<FileBytes, 'list'>
  now: () => number
  /** How long a deleted message waits in the bin, its files with it. */
  binDays: number
  log: Pick<Log, 'warn' | 'info'>
}

export interface FileSweep {
  /** Removes files whose time is over. Never rejects. */
  run(): Promise<void>
  /** Removes bytes without a record, which a killed server has left. Never rejects. */
  removeStrays(): Promise<void>
  /** Resolves when nothing is being removed any more. */
  settled(): Promise<void>
}

export function createFileSweep({ store, files, bytes, now, binDays, log }: FileSweepDeps): FileSweep {
  async function sweep() {
    let removed = 0
    for (;;) {
      const at = now()
      const gone = await store.sweepFiles({
        unfinishedBefore: at - UNFINISHED_MS,
        unnamedBefore: at - UNNAMED_MS,
        deletedBefore: at - binDays * DAY_MS,
      })
      if (gone.length === 0) break
      // The record goes first: a kill in between leaves bytes that nobody can ask for, and not a file without bytes.
      await files.removeBytes(gone)
      removed += gone.length
    }
    if (removed > 0) log.info({ removed }, 'files were removed')
  }

  async function removeStrays() {
    for await (const ids of bytes.list()) {
      const known = new Set(await store.knownFiles(ids))
      await files.removeBytes(ids.filter((it) => !known.has(it)))
    }
  }

  const underWay = new Set<Promise<void>>()
  const saying = (work: () => Promise<void>) => () => {
    const said = work().catch((error) => log.warn({ err: error }, 'files could not be removed'))
    underWay.add(said)
    return said.finally(() => underWay.delete(said))
  }
  return {
    run: saying(sweep),
    removeStrays: saying(removeStrays),
    settled: async () => void (await Promise.all(underWay)),
  }
}
