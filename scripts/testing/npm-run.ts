import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from '../paths.mjs'

/** As an operator runs it: `npm run NAME -- ARGS`, with these settings. */
export const npmRun = (settings: Record<string, string>, name: string, ...args: string[]) =>
  npmRunWith('', settings, name, ...args)

/** The same, with something on its standard input. */
export async function npmRunWith(input: string, settings: Record<string, string>, name: string, ...args: string[]) {
  const child = spawn('npm', ['run', '--silent', name, '--', ...args], {
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
