import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../../scripts/paths.mjs'

/** What the last build has a browser load, in kB (1,000 bytes) after gzip. */
export function builtSizes(): { firstLoad: number; worker: number } {
  const html = readFileSync(join(root, '.next/server/app/index.html'), 'utf8')
  // What is marked `nomodule` is for browsers that Roost does not run in, and is not loaded by any other.
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="\/_next\/([^"?]+)[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  )
  const scripts = new Set(tags.map(([, path]) => join(root, '.next', path ?? '')))
  if (scripts.size === 0) throw new Error('The page names no scripts.')
  return {
    firstLoad: [...scripts].reduce((sum, file) => sum + zipped(file), 0),
    worker: zipped(join(root, 'public/sw.js')),
  }
}

const zipped = (file: string) => gzipSync(readFileSync(file)).length / 1_000
