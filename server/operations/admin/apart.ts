import { backUp } from '../backup/backup.ts'
import { examine } from '../doctor/examine.ts'
import { message } from '../doctor/finding.ts'
import { pageBackupFile, removeOlder } from './page-backups.ts'
import type { Jobs, Outcome, Task } from './run-apart.ts'

/** The process of run-apart.ts. */

const jobs: { [J in keyof Jobs]: (config: Task['config']) => Promise<Jobs[J]> } = {
  examine: (config) => examine(config),
  async backUp({ dataDir }) {
    const made = backUp(dataDir, pageBackupFile(dataDir, new Date()))
    removeOlder(dataDir)
    return made
  },
}

process.once('message', async (task: Task) => {
  const outcome: Outcome = await jobs[task.job](task.config).then(
    (done) => ({ done }),
    (error) => ({ failed: message(error) }),
  )
  process.send?.(outcome, undefined, {}, () => process.exit())
})
process.once('disconnect', () => process.exit())
