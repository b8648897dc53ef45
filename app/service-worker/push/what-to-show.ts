import type { QuietHours } from '../../../lib/core/push/push-choice.ts'
import { isQuiet } from '../../../lib/core/push/quiet-hours.ts'
import type { Pulled } from '../../../lib/worker/push/pull-for-push.ts'
import type { NewPost } from '../../../lib/worker/push/read-news.ts'
import { plainLines } from '../../words/text/first-line.ts'

/** The place that a click on a notification leads to. */
export interface NoticeData {
  deviceId?: string
  messageId?: string
  version?: number
  /** The device that an answer goes to. */
  sender?: string
}

export interface Notice {
  title: string
  body: string
  data: NoticeData
  /** Comes without a sound: it says nothing new, or the hours are quiet. */
  silent: boolean
  actions: readonly { action: 'done' | 'reply'; title: string }[]
  picture?: string
  timestamp?: number
}

/** Every push has to show something: browsers end the subscription of an app that keeps quiet. */
export interface WhatToShow {
  /** Each replaces the one that its device has shown before. Null: it belongs to no device. */
  notices: readonly { deviceId: string | null; notice: Notice }[]
  /** Their notifications have nothing left to say. */
  over: readonly string[]
}

/** The worker learns the person's language from devices that want to be told. These are for when there is none. */
const FALLBACK = { waiting: 'Something new is waiting.', nothing: 'Nothing new is left.' }
const APP = 'Roost'
const MOST_LINES = 4
const MOST_CHARS = 240

/** Chooses the notifications after a push, from the state of the devices after their pulls. */
export function whatToShow(pulled: readonly Pulled[], now: Date): WhatToShow {
  const level = pulled.filter((it) => it.outcome === 'level')
  const over = level.filter((it) => it.news.unread === 0).map((it) => it.deviceId)
  const unread = level.filter((it) => it.news.posts.length > 0)
  const fresh = unread.filter((it) => isNews(it))
  if (fresh.length > 0) return { notices: fresh.map((it) => of(it, isQuiet(it.choice.quiet, now))), over }

  const failed = pulled.find((it) => it.outcome === 'failed')
  // The hint may be for the device whose pull has failed.
  if (failed) return { notices: [plain(failed.choice.words.waiting, isAllQuiet(pulled, now))], over }
  const [again] = unread
  if (again) return { notices: [of(again, true)], over }
  const { nothing } = pulled[0]?.choice.words ?? FALLBACK
  return { notices: [plain(nothing, true)], over }
}

/** Something has gone wrong before the devices could be read. */
export const atLeast: WhatToShow = { notices: [plain(FALLBACK.waiting, false)], over: [] }

type Level = Extract<Pulled, { outcome: 'level' }>

function isNews({ news, choice: { toldUpTo } }: Level): boolean {
  // A restored server counts from a lower version.
  const told = toldUpTo > news.cursor ? 0 : toldUpTo
  return (news.posts.at(-1)?.version ?? 0) > told
}

function of({ deviceId, choice, news }: Level, silent: boolean): WhatToShow['notices'][number] {
  const { unread, posts } = news
  const newest = posts.at(-1) as NewPost
  const senders = [...new Set(posts.map((it) => it.name || APP))]
  const one = unread === 1
  const { words } = choice
  const notice: Notice = {
    title: one ? (senders[0] ?? APP) : `(${unread}) ${senders.join(', ')}`,
    body: one ? shortened(plainLines(newest.text)) : posts.map((it) => line(it, senders.length > 1)).join('\n'),
    data: { deviceId, messageId: newest.messageId, version: newest.version, sender: newest.from },
    silent,
    // A person has seen too little of several messages to answer them, or to be done with them.
    actions: one
      ? [
          { action: 'done', title: words.done },
          ...(newest.takesAnswers ? [{ action: 'reply' as const, title: words.reply }] : []),
        ]
      : [],
    timestamp: newest.timestamp,
    ...(one && newest.picture ? { picture: newest.picture } : {}),
  }
  return { deviceId, notice }
}

function plain(body: string, silent: boolean): WhatToShow['notices'][number] {
  return { deviceId: null, notice: { title: APP, body, data: {}, silent, actions: [] } }
}

const isAllQuiet = (pulled: readonly Pulled[], now: Date) =>
  pulled.every(({ choice: { quiet } }: { choice: { quiet: QuietHours | null } }) => isQuiet(quiet, now))

const shortened = (lines: readonly string[]) => cut(lines.slice(0, MOST_LINES).join('\n'), MOST_CHARS)

function line({ name, text }: NewPost, withName: boolean): string {
  const said = cut(plainLines(text)[0] ?? '', MOST_CHARS / 3)
  return withName ? `${name || APP}: ${said}` : said
}

/** Never ends with half a character. */
const cut = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
