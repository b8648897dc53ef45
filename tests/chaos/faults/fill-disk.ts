import { spawnSync } from 'node:child_process'

/** Whether this machine can limit the files of a running process. */
export const canFillDisk = spawnSync('prlimit', ['--version']).status === 0

/** Lets no file of the process grow beyond so many bytes, as a full disk does; null ends it. */
export function fillDisk(pid: number | undefined, bytes: number | null): void {
  const limit = `--fsize=${bytes ?? 'unlimited'}:unlimited`
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), limit], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`prlimit: ${stderr}`)
}
