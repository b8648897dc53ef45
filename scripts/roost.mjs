import { become } from './become.mjs'
import { exitWith } from './fail.mjs'
import { install } from './install.mjs'
import { node } from './paths.mjs'
import { run } from './run.mjs'

/** The operators' door. Installs packages first if they are missing; everything else is in server/cli.ts. */
await exitWith(async () => {
  await install({ dev: false })
  const args = ['server/cli.ts', ...process.argv.slice(2)]
  const env = { INIT_CWD: process.env.INIT_CWD ?? process.cwd() }
  become(args, env)
  return await run(node, args, { env, input: true })
})
