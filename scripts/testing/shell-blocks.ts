import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from '../paths.mjs'

/** Every block of shell commands in a page, in its order. */
export function shellBlocks(page: string): string[] {
  return [...readFileSync(join(root, page), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((it) => it[1] ?? '')
}

/** Stands in for a program that a test cannot let loose on this machine. `$@` are its arguments. */
export type StandIns = Readonly<Record<string, string>>

export interface Shell {
  /** Runs a block to its end, as if pasted into a terminal, with these settings. */
  run(block: string, env: Record<string, string>, input?: string): Promise<{ code: number; said: string }>
}

/** @param places the paths of the page, each with the path that the test uses instead. */
export function createShell(folder: string, standIns: StandIns, places: Readonly<Record<string, string>>): Shell {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  for (const [name, script] of Object.entries(standIns)) {
    writeFileSync(join(bin, name), `#!/bin/bash\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  const PATH = [bin, process.env.PATH].join(delimiter)

  return {
    async run(block, env, input = '') {
      const own = Object.entries(places).reduce((text, [there, here]) => text.replaceAll(there, here), block)
      const { HOME = folder } = process.env
      const child = spawn('bash', ['--norc', '-eo', 'pipefail', '-c', own], {
        cwd: root,
        env: { PATH, HOME, ROOT: root, NODE_ENV: 'production', ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text
        })
      }
      child.stdin.on('error', () => {}).end(input)
      const [code] = await once(child, 'close')
      return { code: code as number, said }
    },
  }
}

/** Starts the server of this checkout, without the pages, and ends it as soon as it is ready. Runs npm for everything else. */
export const npmStandIn = `
case "$*" in
  start)
    coproc env PORT=0 PAGES=off "$ROOT/node_modules/.bin/node" "$ROOT/server/main.ts" 2>&1
    server=$COPROC_PID
    while read -r line <&"\${COPROC[0]}"; do echo "$line"; [[ $line == *"is ready at"* ]] && break; done
    kill "$server" && wait "$server" ;;
  "run build") grep -q '"build":' "$ROOT/package.json" && echo Building ;;
  *) PATH="\${PATH#*:}" exec npm --prefix "$ROOT" "$@" ;;
esac`
