import { exitWith } from './fail.mjs'
import { install } from './install.mjs'
import { keep } from './keep.mjs'

await exitWith(async () => {
  await install({ dev: true })
  const parts = [
    keep(['scripts/build-worker.ts', '--watch'], {}),
    keep(['server/main.ts', '--dev'], { NODE_ENV: 'development' }),
  ]
  const code = await Promise.race(parts.map((it) => it.ended))
  for (const it of parts) it.stop()
  await Promise.all(parts.map((it) => it.ended))
  return code
})
