import { globSync } from 'node:fs'
import { root } from '../paths.mjs'

/** Files of the project that match, by their path from its folder; without what is installed or built. */
export function projectFiles(pattern: string): string[] {
  return globSync(pattern, {
    cwd: root,
    exclude: [
      'node_modules/**',
      '.next/**',
      'data/**',
      'dist/**',
      '.roost-test/**',
      'test-results/**',
      'next-env.d.ts',
      'public/sw.js',
      'public/search-worker.js',
    ],
  })
}
