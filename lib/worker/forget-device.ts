import { withRegistry } from '../browser/shared/registry.ts'
import { openIndexedDbCache } from '../indexed-db/open.ts'

/** A revoked device keeps nothing: not its messages, not its outbox, not its token. */
export async function forgetRevoked(deviceId: string): Promise<void> {
  const cache = await openIndexedDbCache(deviceId)
  await cache.wipe()
  cache.close()
  await withRegistry((it) => it.remove(deviceId))
}
