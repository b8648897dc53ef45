import { type HeldFile, isWhole } from '../../files/file-store.ts'
import type { FileStatus } from './device-files.ts'

const AWAY: FileStatus = { state: 'away' }

/** The status of every file that a tab has heard of, for its screens. */
export function createStatuses() {
  const known = new Map<string, FileStatus>()
  const listeners = new Set<() => void>()

  function set(fileId: string, status: FileStatus): void {
    const before = known.get(fileId)
    if (before && JSON.stringify(before) === JSON.stringify(status)) return
    known.set(fileId, status)
    for (const listener of [...listeners]) listener()
  }

  return {
    get: (fileId: string): FileStatus => known.get(fileId) ?? AWAY,
    set,
    /** As the store says. */
    read(fileId: string, file: HeldFile | undefined): void {
      const { state } = known.get(fileId) ?? AWAY
      if (file && isWhole(file)) set(fileId, ownStatus(file, known.get(fileId)))
      // Without the bytes, the store cannot tell what the server said of them last.
      else if (state === 'here' || state === 'uploading' || state === 'refused') set(fileId, AWAY)
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type Statuses = ReturnType<typeof createStatuses>

function ownStatus({ upload }: HeldFile, before: FileStatus | undefined): FileStatus {
  if (!upload) return { state: 'here' }
  if (upload.state === 'failed') return { state: 'refused', code: upload.code }
  return { state: 'uploading', sent: before?.state === 'uploading' ? before.sent : 0 }
}
