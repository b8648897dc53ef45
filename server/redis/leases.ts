import type { RedisLink } from './link.ts'

/** A node that has not renewed its lease for this long counts as gone, with all its connections. */
const LEASE_MS = 15_000
const RENEW_MS = 5_000

export interface LeasesDeps {
  link: RedisLink
  /** The present name of this node's lease. */
  name: () => string
  /** The other nodes did not know this node's lease, or had dropped it. */
  lapsed(): void
  /** Other nodes are gone without having said so. */
  gone(): void
  leaseMs?: number
  renewMs?: number
}

export interface Leases {
  /** Whether that node was alive at the last renewal. */
  isAlive(name: string): boolean
  /** Renews this node's lease and reads the others. @throws when Redis is away. */
  renew(): Promise<void>
  close(): void
}

/** Uses Redis' own clock. Returns whether this node's lease had held, and all leases that hold. */
const script = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
  local held = redis.call('ZSCORE', KEYS[1], ARGV[1])
  redis.call('ZADD', KEYS[1], now, ARGV[1])
  return { held and 1 or 0, redis.call('ZRANGE', KEYS[1], 0, -1) }
`

/** Tracks which nodes are alive: each renews its lease in one key that all of them read. */
export function createLeases({ link, name, lapsed, gone, ...times }: LeasesDeps): Leases {
  const { leaseMs = LEASE_MS, renewMs = RENEW_MS } = times
  let alive = new Set<string>()
  let renewing: Promise<void> | undefined

  async function ask(): Promise<void> {
    const on = { keys: ['roost:nodes'], arguments: [name(), String(leaseMs)] }
    const [held, nodes] = (await link.ask((it) => it.eval(script, on))) as [number, string[]]
    const before = alive
    alive = new Set(nodes)
    if (!held) lapsed()
    if ([...before].some((it) => !alive.has(it))) gone()
  }

  function renew(): Promise<void> {
    renewing ??= ask().finally(() => {
      renewing = undefined
    })
    return renewing
  }

  const again = () => void renew().catch(() => {})
  const timer = setInterval(again, renewMs).unref()

  return {
    isAlive: (it) => alive.has(it),
    renew,
    close: () => clearInterval(timer),
  }
}
