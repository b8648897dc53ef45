import { become } from './become.mjs'
import { exitWith } from './fail.mjs'
import { install } from './install.mjs'
import { node } from './paths.mjs'
import { run } from './run.mjs'

/** The commands of a device: those of the packed `roost` (cli/program.ts). All others look after a server (server/cli.ts). */
const ofDevices = [
  'pair',
  'send',
  'follow',
  'each',
  'webhook',
  'list',
  'search',
  'export',
  'devices',
  'status',
  'serve',
  'completion',
]

/** The door to both kinds of commands. Installs packages first if they are missing. */
await exitWith(async () => {
  await install({ dev: false })
  const isOfDevices = ofDevices.includes(process.argv[2] ?? '')
  const args = [isOfDevices ? 'cli/main.ts' : 'server/cli.ts', ...process.argv.slice(2)]
  const env = { INIT_CWD: process.env.INIT_CWD ?? process.cwd() }
  become(args, env)
  return await run(node, args, { env, input: true })
})
