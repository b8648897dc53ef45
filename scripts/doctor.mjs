import { exitWith } from './fail.mjs'
import { install } from './install.mjs'
import { node } from './paths.mjs'
import { run } from './run.mjs'

await exitWith(async () => {
  await install({ dev: false })
  return await run(node, ['server/operations/doctor/doctor-command.ts', ...process.argv.slice(2)])
})
