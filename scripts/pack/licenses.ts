import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'

/** The licenses of the packages that a build has taken in. `inputs`: its source files, from the project's folder. */
export function licensesOf(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.map((it) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(it)?.[0]).filter((it) => it !== undefined),
  )
  const parts = [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const [file] = globSync('LICEN[CS]E*', { cwd: join(root, folder) })
    if (file === undefined) throw new Error(`${folder} comes without its license`)
    return `${name} ${version}\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`
  })
  return parts.join(`\n${'-'.repeat(80)}\n\n`)
}
