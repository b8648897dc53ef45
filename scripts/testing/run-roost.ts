import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { node, root } from '../paths.mjs'

/** Runs the script of `npm run roost -- ARGS`, with these settings. Without npm, which takes seconds on a busy machine. */
export const roost = (settings: Record<string, string>, ...args: string[]) => roostWith('', settings, ...args)

/** Runs it with something on its standard input. */
export async function roostWith(input: string, settings: Record<string, string>, ...args: string[]) {
  const child = spawn(node, ['scripts/roost.mjs', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(input)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const [code] = await once(child, 'close')
  return { code: code as number | null, said: said.trim() }
}
