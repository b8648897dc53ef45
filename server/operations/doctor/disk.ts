import { existsSync, statSync } from 'node:fs'
import { openDataDir } from '../../config/data-dir.ts'
import { bounds, fullnessOf, type Space, spaceOf } from '../../config/disk-space.ts'
import { type Check, type Finding, message } from './finding.ts'

const GB = 1024 ** 3
const OTHERS = 0o077

export function checkDisk(dataDir: string): Check {
  return async () => {
    if (!existsSync(dataDir))
      return [{ state: 'ok', part: 'disk', says: `${dataDir} is not there yet: the first start makes it` }]
    try {
      const dir = openDataDir(dataDir)
      return [space(dir, spaceOf(dir)), privacy(dir)]
    } catch (error) {
      return [{ state: 'bad', part: 'disk', says: message(error), todo: 'give it to the user who runs Roost' }]
    }
  }
}

export function space(dir: string, room: Space): Finding {
  const fullness = fullnessOf(room)
  const says = `${gigabytes(room.free)} GB free for ${dir}`
  if (fullness === 'roomy') return { state: 'ok', part: 'disk', says }
  const todo = `make room: below ${gigabytes(bounds(room.size).reserve)} GB messages are refused, and wait on the devices`
  return { state: fullness === 'full' ? 'bad' : 'warn', part: 'disk', says: `${says}: it is ${fullness}`, todo }
}

const gigabytes = (bytes: number) => (bytes / GB).toFixed(2)

function privacy(dir: string): Finding {
  if ((statSync(dir).mode & OTHERS) === 0) return { state: 'ok', part: 'disk', says: 'nobody else may look into it' }
  return { state: 'warn', part: 'disk', says: `others on this machine may look into ${dir}`, todo: `chmod 700 ${dir}` }
}
