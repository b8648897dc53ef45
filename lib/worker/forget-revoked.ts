import { openIndexedDbCache } from '../cache/indexed-db/open.ts'
import { openRegistry } from '../cache/registry.ts'

/** A revoked device keeps nothing: not its messages, not its outbox, not its token. */
export async function forgetRevoked(deviceId: string): Promise<void> {
  const cache = await openIndexedDbCache(deviceId)
  await cache.wipe()
  cache.close()
  const registry = await openRegistry()
  await registry.remove(deviceId)
  registry.close()
}
