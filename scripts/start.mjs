import { buildIfStale } from './build.mjs'
import { exitWith } from './fail.mjs'
import { install } from './install.mjs'
import { keep } from './keep.mjs'

await exitWith(async () => {
  await install({ dev: false })
  await buildIfStale()
  return await keep(['server/main.ts'], { NODE_ENV: 'production' }).ended
})
