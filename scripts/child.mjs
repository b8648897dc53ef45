import { spawn } from 'node:child_process'
import { node, root } from './paths.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a long-lived program on the project's own Node, and passes signals on to it.
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {'inherit' | 'pipe'} stdin `pipe` ends when this process does, however it ends.
 * @returns {{ ended: Promise<number>, stop: () => void }} `ended`: its exit code.
 */
export function startChild(args, env, stdin = 'inherit') {
  const child = spawn(node, args, { cwd: root, env: { ...process.env, ...env }, stdio: [stdin, 'inherit', 'inherit'] })
  const pass = (signal) => child.kill(signal)
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
