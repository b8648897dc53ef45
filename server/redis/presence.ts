import { createLocalPresence, type Presence } from '../core/ports/presence.ts'
import { createLeases, type LeasesDeps } from './leases.ts'

export interface SharedPresenceDeps extends Pick<LeasesDeps, 'link' | 'leaseMs' | 'renewMs'> {
  node: string
  /** Tells the other nodes that this user's devices have come or gone. */
  changed(userId: string): void
  /** Tells this node's own connections of the user to look, because devices on another node may be gone. */
  look(userId: string): void
}

/** Redis forgets a device an hour after its node last reported it. */
const EXPIRE_MS = 60 * 60_000
const REFRESH_MS = EXPIRE_MS / 4
const RETRY_MS = 1_000

const keyOf = (userId: string) => `roost:online:{${userId}}`
const hold = `redis.call('HSET', KEYS[1], ARGV[1], ''); redis.call('PEXPIRE', KEYS[1], ARGV[2])`
const drop = `redis.call('HDEL', KEYS[1], unpack(ARGV))`
const read = `return redis.call('HKEYS', KEYS[1])`

/**
 * Presence of all nodes: each holds its own devices in memory, and in Redis under the user's key as "device lease".
 * They count as long as the lease is held. A node takes a new lease with each new connection, and when Redis refused a
 * write; entries that it could not remove end with the old lease. While Redis is away, a node knows only its own
 * devices.
 */
export function createSharedPresence({ changed, look, ...deps }: SharedPresenceDeps): Presence & { close(): void } {
  const { link, node } = deps
  const local = createLocalPresence()
  let leaseCount = 0
  const lease = () => `${node}/${leaseCount}`
  const fieldOf = (deviceId: string) => `${deviceId} ${lease()}`

  /** Written at once, so that it is there before any later publication. */
  function write(script: string, userId: string, ...args: string[]): void {
    link
      .connection()
      ?.eval(script, { keys: [keyOf(userId)], arguments: args })
      .catch(renewLeaseLater)
  }
  function writeAll(then: (userId: string) => void): void {
    for (const [userId, devices] of local.here) {
      for (const deviceId of devices) write(hold, userId, fieldOf(deviceId), String(EXPIRE_MS))
      then(userId)
    }
  }

  const leases = createLeases({
    ...deps,
    name: lease,
    lapsed: () => writeAll(changed),
    gone() {
      for (const userId of local.here.keys()) look(userId)
    },
  })
  function takeNewLease(): void {
    leaseCount += 1
    void leases.renew().catch(() => {})
  }
  link.listen({ up: takeNewLease })
  /** Redis has refused a write. A new lease reports all devices again, once for any number of refusals. */
  let again: NodeJS.Timeout | undefined
  function renewLeaseLater(): void {
    again ??= setTimeout(() => {
      again = undefined
      takeNewLease()
    }, RETRY_MS).unref()
  }
  const timer = setInterval(() => writeAll(() => {}), REFRESH_MS).unref()

  async function onOtherNodes(userId: string): Promise<string[]> {
    const fields = (await link.ask((it) => it.eval(read, { keys: [keyOf(userId)], arguments: [] }))) as string[]
    const others = fields.map((it) => it.split(' ') as [string, string]).filter(([, on]) => on !== lease())
    // An unknown node may have joined a moment ago.
    if (others.some(([, on]) => !leases.isAlive(on))) await leases.renew()
    const [there, gone] = [
      others.filter(([, on]) => leases.isAlive(on)),
      others.filter(([, on]) => !leases.isAlive(on)),
    ]
    if (gone.length > 0) write(drop, userId, ...gone.map((it) => it.join(' ')))
    return there.filter(([, on]) => !on.startsWith(`${node}/`)).map(([deviceId]) => deviceId)
  }

  return {
    async online(userId) {
      const here = await local.online(userId)
      return new Set([...here, ...(await onOtherNodes(userId).catch(() => []))])
    },
    isHere: local.isHere,
    set(caller, isOnline) {
      const news = local.set(caller, isOnline)
      const field = fieldOf(caller.deviceId)
      if (news && isOnline) write(hold, caller.userId, field, String(EXPIRE_MS))
      else if (news) write(drop, caller.userId, field)
      return news
    },
    close() {
      leases.close()
      clearInterval(timer)
      clearTimeout(again)
    },
  }
}
