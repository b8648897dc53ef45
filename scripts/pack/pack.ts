import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { createProgram } from '../../cli/program.ts'
import { manPage } from '../../cli/shells/man-page.ts'
import { node, root } from '../paths.mjs'
import { licensesOf } from './licenses.ts'
import { entries, manifest } from './manifest.ts'
import { copyTypes } from './types.ts'

/** Builds the library into a new folder `dist` and packs it. Answers the path of the tarball. */
export async function pack(dist: string): Promise<string> {
  const folder = join(dist, 'roost-client')
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const at = (...names: (keyof typeof entries)[]) => names.map((name) => [`${name.slice(2)}/main`, entries[name]])
  const inPages = await bundle(folder, Object.fromEntries(at('./browser', './react')), 'browser/parts')
  const inNode = await bundle(folder, { ...Object.fromEntries(at('./node')), 'cli/main': 'cli/main.ts' }, 'node/parts')

  execFileSync(
    node,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'scripts/pack', '--outDir', join(dist, 'types')],
    { cwd: root, stdio: 'inherit' },
  )
  copyTypes(
    join(dist, 'types'),
    join(folder, 'types'),
    Object.values(entries).map((it) => it.replace(/^lib\//, '')),
  )

  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(join(folder, 'roost.1'), manPage(createProgram(manifest.version), manifest.version))
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES'), licensesOf([...inPages, ...inNode]))
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', dist], { cwd: folder, encoding: 'utf8' })
  return join(dist, name.trim())
}

/** See lib/browser/no-service-worker.ts. */
const withoutWorker: Plugin = {
  name: 'without-worker',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/service-worker\.ts$/ }, () => ({ path: join(root, 'lib/browser/no-service-worker.ts') })),
}

/** Answers the source files. Pages and Node share no parts, so that a page loads no more than it needs. */
async function bundle(folder: string, entryPoints: Record<string, string>, parts: string): Promise<string[]> {
  const { metafile } = await build({
    ...{ absWorkingDir: root, entryPoints, outdir: folder, chunkNames: `${parts}/[name]-[hash]` },
    ...{ bundle: true, splitting: true, format: 'esm', target: 'es2023', metafile: true },
    // Also for Node: it has the WebSocket that the socket library takes in a browser.
    platform: 'browser',
    external: ['node:*', 'react', 'react/*'],
    plugins: [withoutWorker],
    define: { __ROOST_VERSION__: JSON.stringify(manifest.version) },
    legalComments: 'none',
    logLevel: 'warning',
  })
  return Object.keys(metafile.inputs)
}
