import { demand, same } from '../../judge/demand.ts'
import { complete } from '../device.ts'
import { contentsOf, expectRefused, versionsOf } from '../expect.ts'
import { must } from './check.ts'

/** Texts that careless programs change. */
const texts = [
  ...[
    '',
    ' ',
    ' not trimmed \r\n',
    'a\tb\u2028c',
    'e\u0301 and \u00e9 are not normalised',
    '🐦👩🏽‍🚀',
    '\ufeffbom',
    'عربي',
  ],
  ...['"quoted" \\ back', '{"a":1}', '\u0001\u001f\u007f', '\ud7ff\ue000\uffff\u{10ffff}', 'x'.repeat(65_536)],
  '🐦'.repeat(16_384),
]

export const checks = [
  must(
    'P4.a-history-is-what-is-visible',
    'A device pulls what it sent, what is for it and for all, and nothing else.',
    async (kit) => {
      const { desk, phone, tablet } = kit
      const { head } = await desk.inbox()
      await desk.send(
        ...[{ content: 'for all' }, { content: 'for phone', receiverDeviceId: phone.deviceId }],
        ...[{ content: 'for itself', receiverDeviceId: desk.deviceId }],
      )
      await tablet.send({ content: 'for desk', receiverDeviceId: desk.deviceId })
      const seen = await Promise.all([desk, phone, tablet].map(async (it) => contentsOf(await it.history(head))))
      const [onDesk, onPhone, onTablet] = seen
      same(onDesk, ['for all', 'for phone', 'for itself', 'for desk'], 'the history of the sender')
      same(onPhone, ['for all', 'for phone'], 'the history of a receiver')
      same(onTablet, ['for all', 'for desk'], 'the history of the third device')
    },
  ),

  must(
    'P4.pages-cover-every-version',
    'Each range begins where it was asked, and says what it covers.',
    async (kit) => {
      const { head } = await kit.desk.inbox()
      const direct = { receiverDeviceId: kit.phone.deviceId }
      await kit.desk.send({ content: 'a' }, direct, direct, { content: 'b' }, direct, { content: 'c' }, direct)
      const after = await kit.tablet.history(head, 1)
      same(contentsOf(after), ['a', 'b', 'c'], 'the history in pages of one message')
      const batch = await kit.tablet.pull({ after: head })
      same([batch.from, batch.upTo, batch.head], [head, head + 7, head + 7], 'from, upTo and head of one page')
      demand(
        versionsOf(batch.messages).every((it) => it > batch.from && it <= batch.upTo),
        'versions lie in the range',
      )
      const level = await kit.tablet.pull({ after: head + 7 })
      same([level.from, level.upTo, level.messages.length], [head + 7, head + 7, 0], 'a pull at head')
    },
  ),

  must(
    'P4.limit-bounds-a-page',
    'A pull brings at most `limit` messages, and no more than 500 unasked.',
    async (kit) => {
      const { head } = await kit.desk.inbox()
      await kit.desk.send(...Array.from({ length: 500 }, (_, n) => ({ content: `${n}` })))
      await kit.desk.post('the 501st')
      same((await kit.phone.pull({ after: head, limit: 7 })).messages.length <= 7, true, 'at most 7 messages')
      same((await kit.phone.pull({ after: head })).messages.length <= 500, true, 'at most 500 messages')
      same((await kit.phone.history(head, 2_000)).length, 501, 'the whole history')
    },
  ),

  must(
    'P4.texts-are-kept-byte-for-byte',
    'Content is never trimmed, normalised or cut, up to 65,536 bytes.',
    async (kit) => {
      const { head } = await kit.desk.inbox()
      const results = await kit.desk.send(...texts.map((content) => ({ content })))
      same(
        results.filter((it) => !it.ok),
        [],
        'refused texts',
      )
      const got = contentsOf(await kit.phone.history(head))
      texts.forEach((it, n) => {
        same(got[n], it, `text ${n}`)
      })
    },
  ),

  must('P4.a-message-is-as-it-was-sent', 'A pulled message has every field of the page.', async (kit) => {
    const sent = complete({ content: '# hi', contentType: 'text/markdown', composedAt: 1_764_000_000_123 })
    const [result] = await kit.desk.send(sent)
    demand(result?.ok, 'the message was refused')
    const { messages } = await kit.phone.pull({ after: result.version - 1 })
    const { version, timestamp } = result
    const expected = { ...sent, version, timestamp, kind: 'post', senderDeviceId: kit.desk.deviceId }
    const known = Object.fromEntries(Object.keys(expected).map((key) => [key, { ...messages[0] }[key as 'kind']]))
    same(known, expected, 'the message')
  }),

  must('P4.impossible-texts-are-refused', 'U+0000, half surrogates and 65,537 bytes are refused.', async (kit) => {
    const bad: [string, string][] = [
      ['a\u0000b', 'invalid_request'],
      ['\ud800', 'invalid_request'],
      ['x'.repeat(65_537), 'payload_too_large'],
      [`${'ü'.repeat(32_768)}x`, 'payload_too_large'],
    ]
    for (const [content, code] of bad) {
      expectRefused((await kit.desk.send({ content }))[0], code, `content ${JSON.stringify(content.slice(0, 5))} …`)
    }
  }),
]
