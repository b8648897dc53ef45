import { join, resolve } from 'node:path'
import type { Config } from './config/config.ts'
import { createFiles, type Files } from './core/files/files.ts'
import { createFileSweep, type FileSweep } from './core/files/sweep.ts'
import type { Bus } from './core/ports/bus.ts'
import type { Log } from './core/ports/log.ts'
import { type Metrics, noMetrics } from './core/ports/metrics.ts'
import type { Store } from './core/ports/store.ts'
import { createDirectoryBytes } from './files/directory-bytes.ts'

export interface OpenFiles {
  files: Files
  sweep: FileSweep
}

export const filesIn = (dataDir: string) => join(resolve(dataDir), 'files')

/** undefined: this server takes no files. Their bytes are in DATA_DIR, so they need one server. */
export function openFiles(
  { dataDir, redisUrl, fileMax, quota, binDays }: Config,
  { store, bus, log, metrics = noMetrics }: { store: Store; bus: Bus; log: Log; metrics?: Pick<Metrics, 'files'> },
): OpenFiles | undefined {
  if (fileMax === 0 || redisUrl !== undefined) return undefined
  const bytes = createDirectoryBytes(filesIn(dataDir))
  const now = Date.now
  const files = metrics.files(createFiles({ store, bytes, bus, now, maxSize: fileMax, quota }))
  return { files, sweep: createFileSweep({ store, files, bytes, now, binDays, log }) }
}
