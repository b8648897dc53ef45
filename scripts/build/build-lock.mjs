import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Failure } from '../fail.mjs'
import { root } from '../paths.mjs'

/**
 * Runs a build while no other runs in this checkout: two that write the same files would spoil each other's.
 * @template T
 * @param {() => Promise<T>} run
 * @returns {Promise<T>} throws Failure while another one builds. A build that was killed blocks no other.
 */
export async function whileBuilding(run, file = `${root}/node_modules/.roost-build`) {
  take(file)
  try {
    return await run()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const holder = Number(readFileSync(file, 'utf8'))
    // After a restart of its container this process may have the number of the one before.
    if (holder !== process.pid && isRunning(holder)) {
      const who = `Another npm start or npm run build is building here (process ${holder})`
      throw new Failure(`${who}: start again when it is done. (If that is none, delete ${file}.)`)
    }
    writeFileSync(file, String(process.pid))
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    // The process runs, as another user.
    return error.code === 'EPERM'
  }
}
