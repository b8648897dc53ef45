import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Handler } from '../server.ts'

export interface PageFiles {
  /** The paths of pages and static files, decoded. */
  paths: ReadonlySet<string>
  /** The page for everything else. */
  notFound: string | undefined
}

const NOT_FOUND = ['server/app/_not-found.html', 'server/pages/404.html']
const NO_PAGE = /^\/(_|404$|500$)/

/** Everything that was built to be read: Next has more doors, and none of them is meant for us. */
export function builtPages(projectDir: string): PageFiles {
  const built = join(projectDir, '.next')
  const find = (pattern: string, cwd: string) =>
    globSync(pattern, { cwd, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name).slice(cwd.length))
  const pages = ['server/app', 'server/pages'].flatMap((folder) => find('**/*.html', join(built, folder)))
  const routes = pages.map((it) => it.replace(/\.html$/, '').replace(/\/index$/, '') || '/')
  const paths = [
    ...routes.filter((it) => !NO_PAGE.test(it)),
    // Such as the manifest, made once by the build.
    ...find('**/*.body', join(built, 'server/app')).map((it) => it.replace(/\.body$/, '')),
    ...find('**', join(built, 'static')).map((it) => `/_next/static${it}`),
    ...find('**', join(projectDir, 'public')),
  ]
  return { paths: new Set(paths), notFound: firstOf(NOT_FOUND.map((it) => join(built, it))) }
}

function firstOf(files: readonly string[]): string | undefined {
  for (const file of files) {
    try {
      return readFileSync(file, 'utf8')
    } catch {}
  }
  return undefined
}

/**
 * Next needs these headers for a request for a file. Every other header switches something on (RSC, actions,
 * prefetches, previews).
 */
const passedOn = new Set([
  ...['accept', 'accept-encoding', 'cache-control', 'connection', 'host'],
  ...['if-match', 'if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since', 'range', 'user-agent'],
])

/** Lets Next see nothing but a read of a path that was built, without query, and answers everything else itself. */
export function guardPages({ paths, notFound }: PageFiles, next: Handler): Handler {
  return (request, response) => {
    const path = decodedPath(request.url ?? '')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && path !== undefined && paths.has(path)) {
      request.url = encodeURI(path)
      request.headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => passedOn.has(name)))
      request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, `${value}`])
      return next(request, response)
    }
    const isPage = isRead && notFound !== undefined && !path?.startsWith('/_next')
    response.writeHead(404, {
      'Content-Type': `text/${isPage ? 'html' : 'plain'}; charset=utf-8`,
      'Cache-Control': 'no-cache',
    })
    response.end(isPage ? notFound : 'Not found\n')
  }
}

function decodedPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    return path.length > 1 ? path.replace(/\/$/, '') : path
  } catch {
    return undefined
  }
}
