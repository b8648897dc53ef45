import { existsSync, readFileSync } from 'node:fs'
import { Failure } from './fail.mjs'
import { node, root } from './paths.mjs'
import { run } from './run.mjs'

/**
 * Runs `npm ci` unless every package of package-lock.json is installed already.
 * @param {{ dev: boolean }} needs `dev`: including the packages for building and testing.
 */
export async function install(needs) {
  if (isInstalled(needs)) return
  console.log('Installing packages …')
  // npm ci deletes node_modules first, so npm must not run on the Node in there.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await run('npm', args, { ownNode: false })
  if (code !== 0) throw new Failure(`npm ci failed (exit code ${code}): see the lines above.`)
  if (!existsSync(node)) {
    throw new Failure('npm ci left no Node behind: allow install scripts (npm config ignore-scripts) and try again.')
  }
}

/** npm writes its list of installed packages at the very end, so an interrupted install never looks complete. */
function isInstalled({ dev }) {
  const wanted = packagesIn(`${root}/package-lock.json`)
  const present = packagesIn(`${root}/node_modules/.package-lock.json`)
  if (!wanted || !present || !existsSync(node)) return false
  return Object.entries(wanted).every(([path, it]) => {
    if (path === '' || (it.dev && !dev)) return true
    // npm leaves out optional packages that this machine cannot use.
    if (!present[path]) return it.optional === true
    return present[path].version === it.version && present[path].integrity === it.integrity
  })
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}
