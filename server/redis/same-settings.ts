import { createHash, createHmac } from 'node:crypto'
import type { Config } from '../config/config.ts'
import type { Log } from '../core/ports/log.ts'
import type { RedisConnection } from './connection.ts'
import type { RedisLink } from './link.ts'

/** A node that has not reported its settings for this long counts as gone. */
const EXPIRE_S = 15
const REPEAT_MS = 5_000

/** Settings that all nodes must share, and the harm when they do not. */
const settings = {
  AUTH_SECRET: 'who is signed in on one is signed out on the other',
  BASE_URL: 'a page is refused by one of them',
  VAPID_KEY: 'sleeping devices are told by one of them only',
}
type Name = keyof typeof settings
const names = Object.keys(settings) as Name[]

/** A hash per setting: it shows whether two nodes have the same value, and not the value. */
export type Fingerprints = Readonly<Record<Name, string>>

export interface Difference {
  setting: Name
  /** Running nodes. */
  nodes: string[]
  /** A single line for the log. */
  says: string
}

export const fingerprintsOf = ({ authSecret = '', baseUrl = '', vapidKey = '' }: SharedSettings): Fingerprints => ({
  AUTH_SECRET: createHmac('sha256', authSecret).update('the same on every Roost node').digest('hex'),
  BASE_URL: createHash('sha256').update(baseUrl).digest('hex'),
  VAPID_KEY: createHmac('sha256', vapidKey).update('the same on every Roost node').digest('hex'),
})

export type SharedSettings = Partial<Pick<Config, 'authSecret' | 'baseUrl' | 'vapidKey'>>

/**
 * Uses Redis' own clock. ARGV: how long a report counts; then, for a node that joins, its name and its fingerprints.
 */
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

/** How these settings differ from those of the running nodes. `joining`: also reports them under this name. */
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

/** Reports this node's settings to the others, and logs a warning once while they differ. */
export function watchSettings({ link, node, own, log }: SameSettingsDeps) {
  let last = ''

  async function look(): Promise<void> {
    const found = await link.ask((it) => differences(it, own, node))
    const now = found.map((it) => it.says).join()
    if (now === last) return
    last = now
    for (const { setting, nodes, says } of found) log.warn({ setting, nodes }, says)
    if (found.length === 0) log.info(`${names.join(', ')} are the same on all nodes again`)
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
