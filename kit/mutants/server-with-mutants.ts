import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { choose, runChecks } from '../judge/run-checks.ts'
import type { Verdict } from '../judge/verdict.ts'
import { serverChecks } from '../server/checks/all.ts'
import { openServer } from '../server/tested-server.ts'
import type { Mutant } from './mutant.ts'
import { serverMutants } from './server-mutants.ts'

export interface ServerWithMutants extends AsyncDisposable {
  /** Runs the check of a mutant while its bug is switched on; without `planted`, while none is. */
  judge(mutant: Mutant, planted: boolean): Promise<Verdict | undefined>
}

const main = resolve(import.meta.dirname, '../../server/main.ts')

/** Starts our own server in a process of its own, with every bug in it and none switched on. */
export async function startServerWithMutants(): Promise<ServerWithMutants> {
  const folder = mkdtempSync(join(tmpdir(), 'roost-kit-'))
  const bug = join(folder, 'bug')
  writeFileSync(bug, '')
  const { PATH } = process.env
  const child = spawn(process.execPath, ['--import', resolve(import.meta.dirname, 'plant.ts'), main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...{ PATH, NODE_ENV: 'production', PORT: '0', PAGES: 'off', SIGNUP: 'open', RATE_LIMIT: 'off' },
      ...{ LOG_LEVEL: 'warn', DATA_DIR: join(folder, 'data'), ROOST_KIT_BUG: bug },
    },
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'close')
  const url = await addressOf(child.stdout, child.stderr)

  return {
    async judge(mutant, planted) {
      const tested = await openServer(url)
      writeFileSync(bug, planted ? String(serverMutants.indexOf(mutant)) : '')
      try {
        return (await runChecks(choose(serverChecks, [mutant.check]), tested))[0]
      } finally {
        writeFileSync(bug, '')
      }
    },
    async [Symbol.asyncDispose]() {
      kill()
      await ended
      process.removeListener('exit', kill)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** @throws with everything that the server said, if it ends before it is ready. */
async function addressOf(...streams: NodeJS.ReadableStream[]): Promise<string> {
  let output = ''
  const found = Promise.withResolvers<string>()
  for (const stream of streams) {
    stream.on('data', (chunk) => {
      output += chunk
      const address = /Roost is ready at (\S+)\n/.exec(output)?.[1]
      if (address) found.resolve(address.replace('localhost', '127.0.0.1'))
    })
    stream.on('end', () => found.reject(new Error(`The server did not start:\n${output}`)))
  }
  return found.promise
}
