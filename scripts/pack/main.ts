import { join } from 'node:path'
import { root } from '../paths.mjs'
import { pack } from './pack.ts'

/** `npm run pack`: builds the library and packs it into dist/roost-client-VERSION.tgz. */
console.log(await pack(join(root, 'dist')))
