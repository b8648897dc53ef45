import { withRegistry } from '../browser/shared/registry.ts'
import { openIndexedDbStore } from '../indexed-db/open.ts'

/** A revoked device keeps nothing: not its messages, not its outbox, not its token. */
export async function forgetRevoked(deviceId: string): Promise<void> {
  const store = await openIndexedDbStore(deviceId)
  await store.wipe()
  store.close()
  await withRegistry((it) => it.remove(deviceId))
}
