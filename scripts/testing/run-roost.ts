import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from '../paths.mjs'

/** Runs `npm run roost -- ARGS` as an operator does, with these settings. */
export const roost = (settings: Record<string, string>, ...args: string[]) => roostWith('', settings, ...args)

/** Runs it with something on its standard input. */
export async function roostWith(input: string, settings: Record<string, string>, ...args: string[]) {
  const child = spawn('npm', ['run', '--silent', 'roost', '--', ...args], {
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
