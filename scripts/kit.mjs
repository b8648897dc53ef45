import { become } from './become.mjs'
import { exitWith } from './fail.mjs'
import { install } from './install.mjs'
import { node } from './paths.mjs'
import { run } from './run.mjs'

/** `npm run kit -- server URL`. Installs packages first if they are missing. */
await exitWith(async () => {
  await install({ dev: false })
  const args = ['kit/main.ts', ...process.argv.slice(2)]
  become(args, {})
  return await run(node, args, { input: true })
})
