import { createHash, createHmac } from 'node:crypto'
import type { Config } from '../config/config.ts'
import type { Log } from '../core/ports/log.ts'
import type { RedisConnection } from './connection.ts'
import type { RedisLink } from './link.ts'

/** A node that has not said for so long what it runs with counts as gone. */
const EXPIRE_S = 15
const REPEAT_MS = 5_000

/** What has to be the same on every node, and what becomes of people when it is not. */
const settings = {
  AUTH_SECRET: 'who is signed in on one is signed out on the other',
  BASE_URL: 'a page is refused by one of them',
}
type Name = keyof typeof settings
const names = Object.keys(settings) as Name[]

/** By each name what tells whether two nodes have the same, and does not tell what it is. */
export type Fingerprints = Readonly<Record<Name, string>>

export interface Difference {
  setting: Name
  /** Of nodes that run now. */
  nodes: string[]
  /** In one line. */
  says: string
}

export const fingerprintsOf = ({ authSecret = '', baseUrl = '' }: Pick<Config, 'authSecret' | 'baseUrl'>) => ({
  AUTH_SECRET: createHmac('sha256', authSecret).update('the same on every Roost node').digest('hex'),
  BASE_URL: createHash('sha256').update(baseUrl).digest('hex'),
})

/** By Redis' own clock. ARGV: how long a node counts; then, if this one joins, its name and its fingerprints. */
const script = `
  local now = tonumber(redis.call('TIME')[1])
  if ARGV[2] then redis.call('HSET', KEYS[1], ARGV[2], now .. ' ' .. ARGV[3]) end
  local all = redis.call('HGETALL', KEYS[1])
  local there = {}
  for i = 1, #all, 2 do
    local at, said = string.match(all[i + 1], '^(%d+) (.*)$')
    if tonumber(at) < now - ARGV[1] then redis.call('HDEL', KEYS[1], all[i])
    else table.insert(there, all[i]) table.insert(there, said) end
  end
  return there
`
const KEY = 'roost:settings'
const leave = `redis.call('HDEL', KEYS[1], ARGV[1])`

/** How these differ from those of the nodes that run. `joining`: under this name they are told to the others, too. */
export async function differences(
  connection: RedisConnection,
  own: Fingerprints,
  joining?: string,
): Promise<Difference[]> {
  const said = names.map((name) => own[name]).join(' ')
  const args = [String(EXPIRE_S), ...(joining === undefined ? [] : [joining, said])]
  const there = (await connection.eval(script, { keys: [KEY], arguments: args })) as string[]
  const nodes = there.flatMap((node, n) => (n % 2 ? [] : [{ node, theirs: there[n + 1]?.split(' ') ?? [] }]))
  return names.flatMap((setting, n) => {
    const others = nodes.filter(({ theirs }) => theirs[n] !== own[setting]).map(({ node }) => node)
    const says = `${setting} is another one than on ${others.sort().join(', ')}: ${settings[setting]}`
    return others.length > 0 ? [{ setting, nodes: others, says }] : []
  })
}

export interface SameSettingsDeps {
  link: RedisLink
  node: string
  own: Fingerprints
  log: Pick<Log, 'warn' | 'info'>
}

/** Tells the other nodes again and again what this one runs with, and the log, once, when they run with something else. */
export function watchSettings({ link, node, own, log }: SameSettingsDeps) {
  let last = ''

  async function look(): Promise<void> {
    const found = await link.ask((it) => differences(it, own, node))
    const now = found.map((it) => it.says).join()
    if (now === last) return
    last = now
    for (const { setting, nodes, says } of found) log.warn({ setting, nodes }, says)
    if (found.length === 0) log.info('AUTH_SECRET and BASE_URL are the same on all nodes again')
  }

  const again = () => void look().catch(() => {})
  link.listen({ up: again })
  const timer = setInterval(again, REPEAT_MS).unref()
  return {
    async close() {
      clearInterval(timer)
      await link.ask((it) => it.eval(leave, { keys: [KEY], arguments: [node] })).catch(() => {})
    },
  }
}
