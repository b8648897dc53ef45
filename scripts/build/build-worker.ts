import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type BuildOptions, build, context } from 'esbuild'
import { root } from '../paths.mjs'

const watch = process.argv.includes('--watch')

const list = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: join(root, folder), withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => relative(join(root, folder), join(it.parentPath, it.name)))
    .filter((path) => !/^sw\.js$|\.map$/.test(path))
    .sort()

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2023',
  minify: !watch,
  legalComments: 'none',
  logLevel: watch ? 'info' : 'warning',
}

/** The search of a tab. It belongs to the shell, so it is built before the shell is listed. */
const search: BuildOptions = {
  ...shared,
  entryPoints: ['lib/browser/search/search-worker.ts'],
  outfile: 'public/search-worker.js',
}
if (!watch) await build(search)

/** Browsers show these while they ask whether to install, and fetch them themselves. */
const FOR_INSTALLING = /^screenshots\//

const own = list('public', '**/*')

/** Pages need only these files, so with them a cold start works offline. */
function precacheList(): string[] {
  const built = list('.next/static', '**/*').map((path) => `_next/static/${path}`)
  return ['', 'pair', 'manifest.webmanifest', ...own.filter((it) => !FOR_INSTALLING.test(it)), ...built].map(
    (path) => `/${path}`,
  )
}

/** A kept page keeps the headers that it came with, so new headers make a new shell, too. */
const headers = ['server/http/security-headers.ts', 'server/http/pages/content-security-policy.ts']

/** Changes whenever a page or a file of the shell does, so that the caches of two builds never mix. */
function buildId(): string {
  const hash = createHash('sha256').update(precacheList().join('\n'))
  for (const path of ['index.html', 'pair.html', 'manifest.webmanifest.body'])
    hash.update(readFileSync(join(root, '.next/server/app', path)))
  for (const path of own) hash.update(readFileSync(join(root, 'public', path)))
  for (const path of headers) hash.update(readFileSync(join(root, path)))
  return hash.digest('hex').slice(0, 16)
}

// In development the pages change all the time: the worker caches none of them.
const precache = watch ? [] : precacheList()
const id = watch ? 'development' : buildId()

const options: BuildOptions = {
  ...shared,
  entryPoints: ['app/service-worker/main.ts'],
  outfile: 'public/sw.js',
  define: {
    __ROOST_PRECACHE__: JSON.stringify(precache),
    __ROOST_BUILD__: JSON.stringify(id),
    'process.env.NODE_ENV': JSON.stringify(watch ? 'development' : 'production'),
  },
}

if (watch) {
  for (const each of [search, options]) await (await context(each)).watch()
  // npm run dev holds the other end, and may be killed.
  process.stdin.resume().on('end', () => process.exit())
} else await build(options)
