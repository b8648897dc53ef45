import type { RoostOptions } from '../../core/roost-options.ts'
import { presentRegistration } from '../service-worker.ts'
import { closeNotices, noticeTag } from '../shared/push/notice-tag.ts'
import { endIfUnused } from '../shared/push/subscription.ts'

/** A device of this browser is not told any more: it has no notification, and the last one ends the subscription. */
export async function endPush(options: RoostOptions, deviceId: string): Promise<void> {
  const registration = await presentRegistration()
  if (!registration) return
  await closeNotices(registration, [noticeTag(options, deviceId)])
  if (registration.pushManager) await endIfUnused(options, registration.pushManager)
}
