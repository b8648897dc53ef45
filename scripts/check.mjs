import { exitWith } from './fail.mjs'
import { install } from './install.mjs'
import { node, root } from './paths.mjs'
import { run } from './run.mjs'

const checks = [
  ['format and lint', `${root}/node_modules/.bin/biome`, ['check', '--error-on-warnings', '.']],
  // Writes next-env.d.ts and the routes' types, which a fresh clone does not have.
  ['route types', node, ['node_modules/next/dist/bin/next', 'typegen']],
  ['types', `${root}/node_modules/.bin/tsc`, ['-p', '.']],
  ['import directions', node, ['scripts/check/check-directions.ts']],
  ['plain words', node, ['scripts/check/check-prose.ts']],
]

await exitWith(async () => {
  await install({ dev: true })
  const failed = []
  for (const [name, command, args] of checks) {
    console.log(`Checking ${name} …`)
    if ((await run(command, args, { env: { NEXT_TELEMETRY_DISABLED: '1' } })) !== 0) failed.push(name)
  }
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
})
