import { exitWith, Failure } from './fail.mjs'
import { install } from './install.mjs'
import { keep } from './keep.mjs'

const needed = ['DATABASE_URL', 'REDIS_URL']

// A mother without the pages, beside others: nothing has to be built for it.
await exitWith(async () => {
  const missing = needed.filter((it) => !process.env[it] && !process.env[`${it}_FILE`])
  if (missing.length > 0)
    throw new Failure(`A node shares its database and its bus with others: set ${missing.join(' and ')}`)
  await install({ dev: false })
  return await keep(['server/main.ts'], { NODE_ENV: 'production', PAGES: 'off' }).ended
})
