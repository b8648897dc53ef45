import { fork } from 'node:child_process'
import type { Backup, Finding } from '../../../lib/protocol/admin.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { Config } from '../../config/config.ts'

export interface Jobs {
  examine: Finding[]
  backUp: Backup
}
export type Task = { job: keyof Jobs; config: Config }
export type Outcome = { done: Jobs[keyof Jobs] } | { failed: string }

/**
 * Runs a job that reads the whole database in a process of its own, so that nobody waits for it. (A thread would not do:
 * when it closes the file, the locks of this process on it are gone.) It ends with this process.
 * @throws RoostError `unavailable` with the reason.
 */
export async function runApart<J extends keyof Jobs>(job: J, config: Config): Promise<Jobs[J]> {
  const child = fork(new URL('./apart.ts', import.meta.url), { execArgv: [], serialization: 'advanced' })
  const outcome = await new Promise<Outcome>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Outcome))
    child.once('error', reject)
    child.once('exit', (code) => resolve({ failed: `it ended early (${code})` }))
    child.send({ job, config } satisfies Task)
  })
  if ('failed' in outcome) throw new RoostError('unavailable', outcome.failed)
  return outcome.done as Jobs[J]
}
