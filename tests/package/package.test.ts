import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { build } from 'esbuild'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Installed, installPackage, PATIENCE_MS } from './installed.ts'

let installed: Installed
let folder: string

beforeAll(async () => {
  installed = await installPackage()
  folder = join(installed.folder, 'node_modules/roost-client')
}, PATIENCE_MS)
afterAll(() => installed[Symbol.dispose]())

test('publint finds nothing to improve', async () => {
  const { messages, pkg } = await publint({ pkgDir: folder, strict: true, pack: false })
  expect(messages.map((it) => formatMessage(it, pkg, { color: false }))).toEqual([])
})

test('every way to import it finds its types', async () => {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(installed.tarball))))
  // It is for ES modules alone, and TypeScript's oldest resolution knows no subpaths.
  const expected = ['CJSResolvesToESM', 'NoResolution']
  const problems = result.types === false ? [{ kind: 'untyped' }] : result.problems
  const others = problems.filter(
    (it) =>
      !expected.includes(it.kind) ||
      ('resolutionKind' in it && it.kind === 'NoResolution' && it.resolutionKind !== 'node10'),
  )
  expect(others).toEqual([])
})

const program = `
import { DeviceError, openDevice, type ReceivedMessage } from 'roost-client/node'
const device = await openDevice({ server: 'https://roost.example', name: 'typed' })
const kept: ReceivedMessage[] = []
for await (const message of device.messages({ ack: 'after' })) kept.push(message)
const { version }: { version: number } = await (await device.send('hi')).stored
export const isBlocked = (error: unknown) => error instanceof DeviceError && error.code === 'blocked'
// @ts-expect-error: there is no such option
device.messages({ ack: 'later' })
export { version }
`

test('a strict program compiles against its types, which hold no any', () => {
  writeFileSync(join(installed.folder, 'program.ts'), program)
  const compiler = resolve('node_modules/typescript/bin/tsc')
  const options = ['--strict', '--noEmit', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2024']
  const more = ['--lib', 'es2024,dom', '--types', '', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess']
  execFileSync(process.execPath, [compiler, ...options, ...more, 'program.ts'], {
    cwd: installed.folder,
    stdio: 'inherit',
  })
  for (const file of globSync('**/*.d.ts', { cwd: folder })) {
    const code = readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    expect(code, file).not.toMatch(/\bany\b/)
  }
})

test('what a page loads keeps its size', async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(folder, 'browser/main.js')],
    ...{ bundle: true, splitting: true, minify: true, format: 'esm', metafile: true, write: false, outdir: 'out' },
  })
  const staticImports = (path: string) =>
    (metafile.outputs[path]?.imports ?? []).filter((it) => it.kind === 'import-statement').map((it) => it.path)
  function sizeOf(entry: string): number {
    const files = new Set([entry])
    for (const file of files) for (const it of staticImports(file)) files.add(it)
    const bytes = (path: string) => outputFiles.find((it) => it.path === resolve(path))?.contents ?? ''
    return [...files].reduce((sum, it) => sum + gzipSync(bytes(it), { level: 9 }).length, 0)
  }
  const live = Object.keys(metafile.outputs).find((it) => /socket-/.test(it)) ?? ''
  // The budgets are what it is by now: docs/library.md names them.
  expect(sizeOf('out/main.js')).toBeLessThan(47_000)
  expect(sizeOf(live)).toBeLessThan(24_500)
})

test('it carries the licenses of what it has taken in, and nothing of this repository beside its code', () => {
  expect(readFileSync(join(folder, 'THIRD-PARTY-LICENSES'), 'utf8')).toMatch(/^valibot \d/m)
  expect(globSync('**/*.{test,contract}.*', { cwd: folder })).toEqual([])
})
