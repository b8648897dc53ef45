import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'

/** The entries of the package: its subpath, and the file that it begins with. */
export const entries = {
  './node': 'lib/node/main.ts',
  './browser': 'lib/browser/main.ts',
  './react': 'lib/react/main.ts',
} as const

const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const subpath = (folder: string) => ({ types: `./types/${folder}/main.d.ts`, default: `./${folder}/main.js` })

/** The package.json of the packed library. It has no dependencies: what it needs is inside (licenses.ts). */
export const manifest = {
  name: 'roost-client',
  version,
  description: 'A durable device of a Roost: every message, in order, once, also after three weeks offline.',
  license,
  type: 'module',
  sideEffects: false,
  engines: { node: '>=22.13' },
  bin: { roost: './cli/main.js' },
  man: './roost.1',
  peerDependencies: { react: '>=19' },
  peerDependenciesMeta: { react: { optional: true } },
  exports: {
    '.': { node: subpath('node'), default: subpath('browser') },
    './node': subpath('node'),
    './browser': subpath('browser'),
    './react': subpath('react'),
    './package.json': './package.json',
  },
}
