import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { root } from './paths.mjs'

/**
 * Runs a command in the checkout with its output on ours.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean, ownNode?: boolean, input?: boolean }} [options]
 *   `quiet` drops the output; `ownNode` false keeps the project's own Node out of PATH;
 *   `input` gives it our standard input.
 * @returns {Promise<number>} the exit code; 127 when the command is not there, 1 when a signal ended it.
 */
export function run(command, args, { env = {}, quiet = false, ownNode = true, input = false } = {}) {
  const own = `${root}/node_modules/.bin`
  const others = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== own)
  const PATH = [...(ownNode ? [own] : []), ...others].join(delimiter)
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env, PATH },
      stdio: [input ? 'inherit' : 'ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
    })
    child.on('error', () => resolve(127))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
