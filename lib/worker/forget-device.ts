import { closeNotices, noticeTag } from '../browser/shared/push/notice-tag.ts'
import { endIfUnused } from '../browser/shared/push/subscription.ts'
import { withRegistry } from '../browser/shared/registry.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { openIndexedDbSyncStore } from '../indexed-db/open-sync.ts'
import { removeIndexedDbStore } from '../indexed-db/remove.ts'
import { scope } from './scope.ts'

/** A revoked device keeps nothing: no messages, no outbox, no token. */
export async function forgetRevoked(options: RoostOptions, deviceId: string): Promise<void> {
  const store = await openIndexedDbSyncStore(deviceId, options)
  await store.wipe()
  store.close()
  await removeIndexedDbStore(deviceId, options)
  await withRegistry(options, (it) => it.remove(deviceId))
  const { registration } = scope
  await closeNotices(registration, [noticeTag(options, deviceId)])
  if (registration.pushManager) await endIfUnused(options, registration.pushManager)
}
