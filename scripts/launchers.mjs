import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * The processes that npm put in front of this one: npm itself, and any shell between. The
 * server ends when one of them is gone, for a person who kills npm means the server.
 * @returns {number[]} the parent first; empty when npm did not start this process.
 */
export function launchers() {
  return process.env.npm_lifecycle_event ? upFrom(process.ppid) : []
}

function upFrom(pid) {
  const it = describe(pid)
  return it && /^(ba|da|a|k|z)?sh$/.test(it.name) ? [pid, ...upFrom(it.ppid)] : [pid]
}

/** Answers undefined where the system cannot say. */
function describe(pid) {
  try {
    if (process.platform === 'linux') {
      const [, name, ppid] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))
      return { name, ppid: Number(ppid) }
    }
    const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
    const [, ppid, command] = /^\s*(\d+)\s+-?(.*\S)\s*$/.exec(stdout)
    return { name: basename(command), ppid: Number(ppid) }
  } catch {
    return undefined
  }
}

/** The argument that ties the server to these processes (server/stop-signals.ts). */
export const endWith = (pids) => (pids.length > 0 ? [`--end-with=${pids}`] : [])
