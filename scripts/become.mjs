import { node, root } from './paths.mjs'

/**
 * Turns this process into a program on the project's own Node. No parent stays in front that could be killed without the
 * program, and none takes memory. Returns where a process cannot be replaced (Windows, Node 20): run a child there.
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
export function become(args, env) {
  if (!process.execve || process.platform === 'win32') return
  process.chdir(root)
  process.execve(node, [node, ...args], { ...process.env, ...env })
}
