import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { openDataDir } from '../../config/data-dir.ts'
import { type Check, type Finding, message } from './finding.ts'

const GB = 1024 ** 3
const SCARCE = 1 * GB
const TOO_LITTLE = 0.1 * GB
const OTHERS = 0o077

export function checkDisk(dataDir: string): Check {
  return async () => {
    if (!existsSync(dataDir))
      return [{ state: 'ok', part: 'disk', says: `${dataDir} is not there yet: the first start makes it` }]
    try {
      const dir = openDataDir(dataDir)
      const { bavail, bsize } = await statfs(dir)
      return [space(dir, bavail * bsize), privacy(dir)]
    } catch (error) {
      return [{ state: 'bad', part: 'disk', says: message(error), todo: 'give it to the user who runs Roost' }]
    }
  }
}

export function space(dir: string, free: number): Finding {
  const says = `${(free / GB).toFixed(1)} GB free for ${dir}`
  const todo = 'make room: with a full disk devices can read, and their sends wait'
  if (free < TOO_LITTLE) return { state: 'bad', part: 'disk', says, todo }
  return free < SCARCE ? { state: 'warn', part: 'disk', says, todo } : { state: 'ok', part: 'disk', says }
}

function privacy(dir: string): Finding {
  if ((statSync(dir).mode & OTHERS) === 0) return { state: 'ok', part: 'disk', says: 'nobody else may look into it' }
  return { state: 'warn', part: 'disk', says: `others on this machine may look into ${dir}`, todo: `chmod 700 ${dir}` }
}
