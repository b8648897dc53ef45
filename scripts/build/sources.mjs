import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'

/** The pages and the worker are built from these. The server is not: Node runs its sources as they are. */
const inputs = [
  'app',
  'lib',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'scripts/build/build-worker.ts',
  // The worker keeps the pages with their headers.
  'server/http/security-headers.ts',
  'server/http/pages/content-security-policy.ts',
]

const isOutput = (path) => /^public\/sw\.js(\.map)?$/.test(path) || /\.test\.tsx?$/.test(path)

/** Hashes names and contents, never times: a fresh clone, a copy and a touched file give the same hash. */
export function sourcesHash() {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap(filesIn)) {
    if (isOutput(path)) continue
    const content = readFileSync(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesIn(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [path]
  const names = readdirSync(join(root, path)).sort()
  return names.flatMap((name) => filesIn(`${path}/${name}`))
}
