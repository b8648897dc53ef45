import { existsSync, readFileSync } from 'node:fs'
import { Failure } from './fail.mjs'
import { node, root } from './paths.mjs'
import { run } from './run.mjs'

/**
 * Runs `npm ci` unless what package-lock.json asks for is there already.
 * @param {{ dev: boolean }} needs `dev`: the packages for building and testing count, too.
 */
export async function install(needs) {
  if (isInstalled(needs)) return
  console.log('Installing packages …')
  // npm ci deletes node_modules first: were npm to run on the Node in there, it would saw off its own branch.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await run('npm', args, { ownNode: false })
  if (code !== 0) throw new Failure(`npm ci failed (exit code ${code}): see the lines above.`)
  if (!existsSync(node)) {
    throw new Failure('npm ci left no Node behind: allow install scripts (npm config ignore-scripts) and try again.')
  }
}

/** npm writes the list of what it installed last of all, so an interrupted install never looks complete. */
function isInstalled({ dev }) {
  const wanted = packagesIn(`${root}/package-lock.json`)
  const present = packagesIn(`${root}/node_modules/.package-lock.json`)
  if (!wanted || !present || !existsSync(node)) return false
  return Object.entries(wanted).every(([path, it]) => {
    if (path === '' || (it.dev && !dev)) return true
    // An optional package that this machine cannot use is not there, and is not missed.
    if (!present[path]) return it.optional === true
    return present[path].version === it.version && present[path].integrity === it.integrity
  })
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}
