import { hash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const script = /<script(?<attributes>[^>]*)>(?<content>[\s\S]*?)<\/script>/g

/** What a Content-Security-Policy calls the inline scripts of a page: `sha256-…` each. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(script)].flatMap(({ groups }) =>
    / src=/.test(groups?.attributes ?? '') ? [] : [`sha256-${hash('sha256', groups?.content ?? '', 'base64')}`],
  )
}

/** Those of every page that was built, in `buildDir` (Next's). */
export function builtScriptHashes(buildDir: string): string[] {
  const pages = globSync('server/pages/**/*.html', { cwd: buildDir })
  const hashes = pages.flatMap((page) => inlineScriptHashes(readFileSync(join(buildDir, page), 'utf8')))
  return [...new Set(hashes)].sort()
}
