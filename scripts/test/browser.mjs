import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exitWith, Failure } from '../fail.mjs'
import { packageManagers } from '../package-managers.mjs'
import { node } from '../paths.mjs'
import { run } from '../run.mjs'
import { chromium } from './browsers.mjs'

/**
 * Finds a browser that runs on this machine: the one that its variable names, else one on PATH or in a usual place, else
 * Playwright's own.
 * @param {import('./browsers.mjs').Engine} engine
 * @returns {Promise<string | undefined>} its path
 */
export async function findBrowser(engine = chromium) {
  const { variable, title, programs, places } = engine
  const given = process.env[variable]
  if (given) {
    if (runs(given)) return given
    throw new Failure(`${variable} is ${given}, and that does not run: set it to a ${title}, or unset it.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => programs.map((name) => join(folder, name)))
  return [...onPath, ...places].find(runs) ?? (await playwrightsOwn(engine))
}

/** Finds a browser, or downloads or installs one. */
export async function ensureBrowser(engine = chromium) {
  const found = await findBrowser(engine)
  if (found) return found
  const { title, variable, download, packages } = engine
  console.log(`No ${title} found: downloading one for the browser tests …`)
  await run(node, ['node_modules/playwright/cli.js', 'install', ...download])
  const downloaded = await findBrowser(engine)
  if (downloaded) return downloaded
  for (const { name, commands } of packageManagers(packages)) {
    console.log(`Installing ${title} with ${name} …`)
    for (const [command, ...args] of commands) await run(command, args, { ownNode: false })
    const installed = await findBrowser(engine)
    if (installed) return installed
  }
  throw new Failure(`The browser tests need ${title}: install it, or set ${variable} to its path.`)
}

/** The browser's sandbox works neither for root nor in containers without user namespaces. Everywhere else it stays on. */
export function browserArgs() {
  const isRoot = process.getuid?.() === 0
  const noNamespaces = process.platform === 'linux' && spawnSync('unshare', ['--user', 'true']).status === 1
  return isRoot || noNamespaces ? ['--no-sandbox'] : []
}

/** Asks for the version: a stub that only says how to install the real program fails here, as do missing libraries. */
function runs(path) {
  if (!existsSync(path)) return false
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}

/** @param {import('./browsers.mjs').Engine} engine */
export async function playwrightsOwn({ name }) {
  const playwright = await import('playwright')
  const path = playwright[name].executablePath()
  return path && runs(path) ? path : undefined
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await exitWith(async () => {
    console.log(await ensureBrowser())
    return 0
  })
}
