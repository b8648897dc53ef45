import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { typedPath } from '../chosen-device.ts'
import { UsageError } from '../exit-codes.ts'

/** Starts the server of a checkout, with its settings from the environment: as `npm start` there. */
export async function serve({ checkout }: { checkout?: string }): Promise<void> {
  const folder = checkout === undefined ? join(import.meta.dirname, '../..') : typedPath(checkout)
  if (!existsSync(join(folder, 'scripts/start.mjs'))) {
    throw new UsageError('The server is no part of this package. Say where its checkout is: roost serve --checkout DIR')
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: folder, stdio: 'inherit' })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => child.kill(name))
  const [code] = await once(child, 'close')
  process.exitCode = code ?? 1
}
