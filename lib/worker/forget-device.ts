import { withRegistry } from '../browser/shared/registry.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { openIndexedDbStore } from '../indexed-db/open.ts'
import { removeIndexedDbStore } from '../indexed-db/remove.ts'

/** A revoked device keeps nothing: no messages, no outbox, no token. */
export async function forgetRevoked(options: RoostOptions, deviceId: string): Promise<void> {
  const store = await openIndexedDbStore(deviceId, options)
  await store.wipe()
  store.close()
  await removeIndexedDbStore(deviceId, options)
  await withRegistry(options, (it) => it.remove(deviceId))
}
