import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { root } from '../paths.mjs'

const IMPORTED = /(?<=(?:from |import\()')(\.[^']+)\.ts(?=')/g

/**
 * Copies the declarations that the entries reach from `from` to `to`, under the names that an installed package has.
 * @throws when they reach another package, which a program that uses this one may not have.
 */
export function copyTypes(from: string, to: string, entries: readonly string[]): void {
  const waiting = entries.map((it) => resolve(from, it.replace(/\.ts$/, '.d.ts')))
  const seen = new Set<string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const source = readFileSync(file, 'utf8')
    for (const [, specifier] of source.matchAll(/(?:from |import\()'([^.'][^']*)'/g)) {
      if (specifier !== 'react') throw new Error(`${relative(root, file)} needs the types of ${specifier}`)
    }
    for (const [, path] of source.matchAll(IMPORTED)) waiting.push(join(dirname(file), `${path}.d.ts`))
    const target = join(to, relative(from, file))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, source.replace(IMPORTED, '$1.js'))
  }
}
