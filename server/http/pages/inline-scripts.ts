import { hash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const script = /<script(?<attributes>[^>]*)>(?<content>[\s\S]*?)<\/script>/g

/** The hash sources (`sha256-…`) of a page's inline scripts, for its Content-Security-Policy. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(script)].flatMap(({ groups }) =>
    / src=/.test(groups?.attributes ?? '') ? [] : [`sha256-${hash('sha256', groups?.content ?? '', 'base64')}`],
  )
}

/** The hash sources of all pages that Next has built into `buildDir`. */
export function builtScriptHashes(buildDir: string): string[] {
  const pages = globSync('server/{app,pages}/**/*.html', { cwd: buildDir })
  const hashes = pages.flatMap((page) => inlineScriptHashes(readFileSync(join(buildDir, page), 'utf8')))
  return [...new Set(hashes)].sort()
}
