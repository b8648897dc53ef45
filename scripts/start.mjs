import { become } from './become.mjs'
import { buildIfStale } from './build.mjs'
import { startChild } from './child.mjs'
import { exitWith } from './fail.mjs'
import { install } from './install.mjs'
import { endWith, launchers } from './launchers.mjs'

const env = { NODE_ENV: 'production' }

await exitWith(async () => {
  await install({ dev: false })
  // A server without the pages needs no build.
  if (process.env.PAGES !== 'off') await buildIfStale()
  const flags = process.argv.slice(2)
  become(['server/main.ts', ...flags, ...endWith(launchers())], env)
  return await startChild(['server/main.ts', ...flags, ...endWith([process.pid, ...launchers()])], env).ended
})
