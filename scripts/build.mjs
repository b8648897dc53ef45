import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { whileBuilding } from './build/build-lock.mjs'
import { sourcesHash } from './build/sources.mjs'
import { exitWith, Failure } from './fail.mjs'
import { install } from './install.mjs'
import { node, root } from './paths.mjs'
import { run } from './run.mjs'

const stamp = `${root}/.next/sources.sha256`
const worker = `${root}/public/sw.js`

/** Builds the pages before the worker, because the worker lists the files of the pages. */
export function build() {
  return whileBuilding(buildAll)
}

async function buildAll() {
  const hash = sourcesHash()
  rmSync(stamp, { force: true })
  console.log('Building the pages …')
  await step(['node_modules/next/dist/bin/next', 'build'])
  console.log('Building the worker …')
  await step(['scripts/build/build-worker.ts'])
  writeFileSync(stamp, hash)
}

export async function buildIfStale() {
  const fresh = existsSync(worker) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()
  if (fresh) return
  await install({ dev: true })
  await build()
}

async function step(args) {
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const code = await run(node, args, { env })
  if (code !== 0) throw new Failure(`The build failed (exit code ${code}): see the lines above.`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await exitWith(async () => {
    await install({ dev: true })
    await build()
    return 0
  })
}
