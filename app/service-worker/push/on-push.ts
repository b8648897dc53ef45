import { closeNotices, noticeTag, plainTag } from '../../../lib/browser/shared/push/notice-tag.ts'
import { withRegistry } from '../../../lib/browser/shared/registry.ts'
import type { RoostOptions } from '../../../lib/core/roost-options.ts'
import { type Pulled, pullForPush } from '../../../lib/worker/push/pull-for-push.ts'
import { scope } from '../../../lib/worker/scope.ts'
import { countsEveryPush } from './counts-every-push.ts'
import { atLeast, type Notice, type WhatToShow, whatToShow } from './what-to-show.ts'

/** The server has something new for a device of this browser: pulls and stores first, and shows it then. */
export async function onPush(options: RoostOptions): Promise<void> {
  let pulled: Pulled[] | null = null
  let choice: WhatToShow = atLeast
  try {
    pulled = await pullForPush(options)
    choice = whatToShow(pulled, new Date())
  } catch {
    // The devices cannot be read. Something is shown all the same.
  }
  const seen = (await isWatched()) && !countsEveryPush(navigator.userAgent)
  await show(options, choice, seen)
  if (pulled) await afterwards(options, pulled)
}

/** A person looks at a window of the app, which shows the message itself. */
async function isWatched(): Promise<boolean> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.some((it) => it.focused && it.visibilityState === 'visible')
}

async function show(options: RoostOptions, { notices, over }: WhatToShow, seen: boolean): Promise<void> {
  const { registration } = scope
  const tagOf = (deviceId: string | null) => (deviceId === null ? plainTag(options) : noticeTag(options, deviceId))
  if (!seen) {
    for (const { deviceId, notice } of notices) {
      await registration.showNotification(notice.title, optionsOf(notice, tagOf(deviceId)))
    }
  }
  const isPlain = notices.some((it) => it.deviceId === null)
  const past = [...over.map((it) => tagOf(it)), ...(isPlain ? [] : [plainTag(options)])]
  await closeNotices(registration, past)
}

/** TypeScript knows only what every browser has. The others leave out what they do not have. */
interface MoreOptions extends NotificationOptions {
  actions: Notice['actions']
  renotify: boolean
  image?: string
  timestamp?: number
}

const optionsOf = ({ body, data, silent, actions, picture, timestamp }: Notice, tag: string): MoreOptions => ({
  ...{ tag, body, data, silent, actions, dir: 'auto', icon: '/icon-192.png' },
  // A notification that replaces another one would come without a sound.
  renotify: !silent,
  ...(picture === undefined ? {} : { image: picture }),
  ...(timestamp === undefined ? {} : { timestamp }),
})

/** The number on the icon, and how far each device has told its person. */
async function afterwards(options: RoostOptions, pulled: readonly Pulled[]): Promise<void> {
  const level = pulled.filter((it) => it.outcome === 'level')
  const unread = level.reduce((sum, { choice, news }) => sum + (choice.badge ? news.unread : 0), 0)
  if (level.length > 0) await navigator.setAppBadge?.(unread).catch(() => {})
  for (const { deviceId, news } of level) {
    const toldUpTo = news.cursor
    await withRegistry(options, (it) => it.changePush(deviceId, (push) => push && { ...push, toldUpTo })).catch(
      () => {},
    )
  }
}
