import { spawn } from 'node:child_process'
import { node, root } from './paths.mjs'

/**
 * Runs a long-lived program on the project's own Node; passes SIGINT and SIGTERM on to it.
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {{ ended: Promise<number>, stop: () => void }} `ended`: its exit code.
 */
export function keep(args, env) {
  // In a process group of its own, so that Ctrl-C in a terminal reaches it once, through us, and not twice.
  const child = spawn(node, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit', detached: true })
  const pass = once(1_000, (signal) => child.kill(signal))
  const signals = ['SIGINT', 'SIGTERM']
  for (const signal of signals) process.on(signal, pass)
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('exit', (code, signal) => {
      for (const it of signals) process.off(it, pass)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
  return { ended, stop: () => child.kill('SIGTERM') }
}

/** A terminal and npm may both tell us of one Ctrl-C; a second one that is meant comes later than `ms`. */
function once(ms, act) {
  let last = Number.NEGATIVE_INFINITY
  return (signal) => {
    const now = performance.now()
    if (now - last < ms) return
    last = now
    act(signal)
  }
}
