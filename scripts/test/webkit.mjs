import { spawnSync } from 'node:child_process'
import { Failure } from '../fail.mjs'
import { packageManagers } from '../package-managers.mjs'
import { run } from '../run.mjs'

const debian = ['webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1']

const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0

const isThere = () =>
  works('sh', '-c', 'command -v WebKitWebDriver && command -v Xvfb') &&
  works('/usr/bin/python3', '-c', "import gi; gi.require_version('WebKit2', '4.1')")

/** Installs WebKitGTK, its driver and a screen for it, where apt can. @throws Failure */
export async function ensureWebKit() {
  if (isThere()) return
  const apt = packageManagers({ other: ['--no-install-recommends', ...debian] }).find((it) => it.name === 'apt-get')
  for (const [command, ...args] of apt?.commands ?? []) await run(command, args, { ownNode: false })
  if (isThere()) return
  throw new Failure(`The WebKit tests run on Linux with WebKitGTK. Install what Debian calls ${debian.join(', ')}.`)
}
