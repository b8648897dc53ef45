import { createLocalPresence, type Presence } from '../core/ports/presence.ts'
import { createLeases, type LeasesDeps } from './leases.ts'

export interface SharedPresenceDeps extends Pick<LeasesDeps, 'link' | 'leaseMs' | 'renewMs'> {
  node: string
  /** The other nodes are to be told: this user's devices have come or gone. */
  changed(userId: string): void
  /** This node's own connections of the user are to look: somebody else's may be gone. */
  look(userId: string): void
}

/** An hour after its node has said for the last time that a device is there, Redis forgets it. */
const EXPIRE_MS = 60 * 60_000
const REFRESH_MS = EXPIRE_MS / 4
const RETRY_MS = 1_000

const keyOf = (userId: string) => `roost:online:{${userId}}`
const hold = `redis.call('HSET', KEYS[1], ARGV[1], ''); redis.call('PEXPIRE', KEYS[1], ARGV[2])`
const drop = `redis.call('HDEL', KEYS[1], unpack(ARGV))`
const read = `return redis.call('HKEYS', KEYS[1])`

/**
 * Presence of all nodes: each keeps its own devices in memory, and in Redis under the user's key as "device lease". They count
 * as long as that lease is held. With each new session with Redis, and when Redis did not take something, a node takes
 * a new one: so what it could not take back ends with the old one. While Redis is away a node knows of its own devices.
 */
export function createSharedPresence({ changed, look, ...deps }: SharedPresenceDeps): Presence & { close(): void } {
  const { link, node } = deps
  const local = createLocalPresence()
  let leaseCount = 0
  const lease = () => `${node}/${leaseCount}`
  const fieldOf = (deviceId: string) => `${deviceId} ${lease()}`

  /** Sent at once, so that it is there before whatever is published afterwards. */
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
  /** What Redis did not take it does not know: with a new lease all is said again. Not for each of them. */
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
    // A node that is new here may have come a moment ago.
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
