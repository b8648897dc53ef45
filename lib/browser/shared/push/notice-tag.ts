import type { RoostOptions } from '../../../core/roost-options.ts'

/** A device has one notification at a time. A later one replaces it. */
export const noticeTag = ({ namespace }: RoostOptions, deviceId: string) => `${namespace}:${deviceId}`

/** The notification that only says that something came. */
export const plainTag = ({ namespace }: RoostOptions) => namespace

/** Its content is on a screen, or was read or removed elsewhere. */
export async function closeNotices(registration: ServiceWorkerRegistration, tags: readonly string[]): Promise<void> {
  // WebKit without notifications has no such method.
  if (!('getNotifications' in registration)) return
  for (const tag of tags) for (const notice of await registration.getNotifications({ tag })) notice.close()
}
