import { backoffMs } from '../../core/connection/backoff.ts'
import type { Clock, Random } from '../../core/ports.ts'
import type { FileStore } from '../../files/file-store.ts'
import { uploadWaiting } from '../../files/upload.ts'
import type { FileTransport } from '../../transport/files.ts'

export interface UploadsDeps {
  files: FileStore
  transport: (signal: AbortSignal) => FileTransport
  clock: Clock
  random: Random
  progress: (fileId: string, sent: number | null) => void
  /** Runs `work` while no other tab, and not the worker, uploads for this device. */
  alone: (signal: AbortSignal, work: () => Promise<void>) => Promise<void>
}

/** Uploads what waits while it is allowed to, and tries again after a while. */
export function createUploads({ files, transport, clock, random, progress, alone }: UploadsDeps) {
  let run: AbortController | null = null
  let allowed = false
  let again = false
  let failures = 0
  let cancelTimer = () => {}

  function kick(): void {
    if (!allowed) return
    if (run) {
      again = true
      return
    }
    cancelTimer()
    again = false
    const mine = new AbortController()
    run = mine
    const { signal } = mine
    alone(signal, () => uploadWaiting({ files, transport: transport(signal), signal, progress })).then(
      () => {
        failures = 0
        end(mine)
      },
      () => {
        if (!signal.aborted) cancelTimer = clock.after(backoffMs(++failures, random), kick)
        end(mine)
      },
    )
  }

  function end(mine: AbortController): void {
    if (run !== mine) return
    run = null
    if (again) kick()
  }

  return {
    kick,
    allow(now: boolean): void {
      if (now === allowed) return
      allowed = now
      failures = 0
      cancelTimer()
      if (now) kick()
      else {
        run?.abort()
        run = null
      }
    },
  }
}
