import { startChild } from './child.mjs'
import { exitWith } from './fail.mjs'
import { install } from './install.mjs'
import { endWith, launchers } from './launchers.mjs'

await exitWith(async () => {
  await install({ dev: true })
  const parts = [
    startChild(['scripts/build/build-worker.ts', '--watch'], {}, 'pipe'),
    startChild(['server/main.ts', '--dev', ...endWith([process.pid, ...launchers()])], { NODE_ENV: 'development' }),
  ]
  const code = await Promise.race(parts.map((it) => it.ended))
  for (const it of parts) it.stop()
  await Promise.all(parts.map((it) => it.ended))
  return code
})
