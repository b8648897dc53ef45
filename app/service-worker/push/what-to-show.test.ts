import { expect, test } from 'vitest'
import type { PushChoice } from '../../../lib/core/push/push-choice.ts'
import type { Pulled } from '../../../lib/worker/push/pull-for-push.ts'
import type { NewPost, News } from '../../../lib/worker/push/read-news.ts'
import { whatToShow } from './what-to-show.ts'

const words = { waiting: 'waiting', nothing: 'nothing', done: 'Done', reply: 'Reply' }
const told: PushChoice = { endpoint: 'https://push.example/1', quiet: null, badge: true, words, toldUpTo: 4 }
const noon = new Date('2026-03-04T12:00')
const night = { ...told, quiet: { from: 22 * 60, to: 7 * 60 } }
const atNight = new Date('2026-03-04T23:30')

const post = (version: number, change: Partial<NewPost> = {}): NewPost => ({
  ...{ messageId: `m${version}`, version, timestamp: version, from: 'phone', name: 'Phone', takesAnswers: true },
  ...{ text: `text ${version}`, ...change },
})

function level(posts: NewPost[], choice = told, news: Partial<News> = {}): Pulled {
  const cursor = posts.at(-1)?.version ?? 9
  return { deviceId: 'desk', choice, outcome: 'level', news: { cursor, unread: posts.length, posts, ...news } }
}
const failed: Pulled = { deviceId: 'lost', choice: told, outcome: 'failed' }

function shown(pulled: Pulled[], now = noon) {
  const { notices, over } = whatToShow(pulled, now)
  return { notices: notices.map(({ deviceId, notice }) => ({ deviceId, ...notice })), over }
}
const only = (pulled: Pulled[], now = noon) => {
  const { notices } = shown(pulled, now)
  expect(notices).toHaveLength(1)
  return notices[0]
}

test('a message: its sender, its text, and what a person may do at once', () => {
  expect(only([level([post(5)])])).toEqual({
    ...{ deviceId: 'desk', title: 'Phone', body: 'text 5', silent: false, timestamp: 5 },
    data: { deviceId: 'desk', messageId: 'm5', version: 5, sender: 'phone' },
    actions: [
      { action: 'done', title: 'Done' },
      { action: 'reply', title: 'Reply' },
    ],
  })
})

test('a device that only sends takes no answer', () => {
  expect(only([level([post(5, { takesAnswers: false })])])?.actions).toEqual([{ action: 'done', title: 'Done' }])
})

test('Markdown loses its signs, long texts are cut, and no character is cut in two', () => {
  const body = (text: string) => only([level([post(5, { text })])])?.body
  expect(body('# Plan\n\n- milk\n> bread')).toBe('Plan\nmilk\nbread')
  expect(body('😀'.repeat(400))).toMatch(/^(?:😀)+…$/u)
})

test('a picture comes with it', () => {
  expect(only([level([post(5, { picture: 'data:image/webp;base64,AA==' })])])?.picture).toMatch(/^data:image/)
})

test('several messages share one notification with their number, and lead to the newest', () => {
  const posts = [post(5), post(6, { from: 'tv', name: 'TV' }), post(7)]
  const notice = only([level(posts, told, { unread: 12 })])
  expect([notice?.title, notice?.body]).toEqual(['(12) Phone, TV', 'Phone: text 5\nTV: text 6\nPhone: text 7'])
  expect([notice?.data.messageId, notice?.actions]).toEqual(['m7', []])
  expect(only([level([post(5), post(6)])])?.body).toBe('text 5\ntext 6')
})

test('a device without a name is the app', () => {
  expect(only([level([post(5, { name: '' })])])?.title).toBe('Roost')
})

test('what was told before is shown again without a sound', () => {
  expect(only([level([post(4)])])).toMatchObject({ title: 'Phone', silent: true })
})

test('a restored server counts from a lower version, which is news', () => {
  expect(only([level([post(2)])])?.silent).toBe(false)
})

test('quiet hours show it without a sound', () => {
  expect(only([level([post(5)], night)], atNight)?.silent).toBe(true)
  expect(only([level([post(5)], night)], noon)?.silent).toBe(false)
})

test('a pull that failed is told, and one that brought nothing', () => {
  expect(only([failed])).toMatchObject({ deviceId: null, title: 'Roost', body: 'waiting', silent: false })
  expect(shown([level([])])).toMatchObject({ notices: [{ body: 'nothing', silent: true }], over: ['desk'] })
  // The hint may have been for the other one.
  expect(shown([level([]), failed])).toMatchObject({ notices: [{ body: 'waiting' }], over: ['desk'] })
  expect(only([failed, level([post(5)])])).toMatchObject({ deviceId: 'desk', body: 'text 5' })
})

test('a push for nobody shows something, too', () => {
  expect(only([])?.body).not.toBe('')
})

test('each device with news has a notification', () => {
  const other: Pulled = { ...level([post(6)]), deviceId: 'sofa' }
  expect(shown([level([post(5)]), other]).notices.map((it) => it.deviceId)).toEqual(['desk', 'sofa'])
})
