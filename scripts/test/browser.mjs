import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exitWith, Failure } from '../fail.mjs'
import { packageManagers } from '../package-managers.mjs'
import { node } from '../paths.mjs'
import { run } from '../run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Finds a Chromium that runs on this machine: ROOST_CHROMIUM, else one on PATH or in a usual place, else Playwright's.
 * @returns {Promise<string | undefined>} its path
 */
export async function findBrowser() {
  const given = process.env.ROOST_CHROMIUM
  if (given) {
    if (runs(given)) return given
    throw new Failure(`ROOST_CHROMIUM is ${given}, and that does not run: set it to a Chromium, or unset it.`)
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...usualPlaces].find(runs) ?? (await playwrightsOwn())
}

/** Finds a Chromium, or downloads or installs one. */
export async function ensureBrowser() {
  const found = await findBrowser()
  if (found) return found
  console.log('No Chromium found: downloading one for the browser tests …')
  await run(node, ['node_modules/playwright/cli.js', 'install', '--no-shell', 'chromium'])
  const downloaded = await findBrowser()
  if (downloaded) return downloaded
  for (const { name, commands } of packageManagers()) {
    console.log(`Installing Chromium with ${name} …`)
    for (const [command, ...args] of commands) await run(command, args, { ownNode: false })
    const installed = await findBrowser()
    if (installed) return installed
  }
  throw new Failure('The browser tests need Chromium or Chrome: install one, or set ROOST_CHROMIUM to its path.')
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

async function playwrightsOwn() {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return path && runs(path) ? path : undefined
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await exitWith(async () => {
    console.log(await ensureBrowser())
    return 0
  })
}
