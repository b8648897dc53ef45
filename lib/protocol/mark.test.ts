import { expect, test } from 'vitest'
import { checkMark, MARK_CONTENT_TYPE } from './mark.ts'
import { checkSendItem } from './send.ts'

const [messageId, targetId] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
const item = { messageId, targetId, receiverDeviceId: 'all', kind: 'mark', contentType: MARK_CONTENT_TYPE }

test.each([
  '{"pinned":true}',
  '{"done":false,"pinned":null}',
  '{"rank":-1.5}',
  ' {"list": "milk"} ',
  `{"note":"${'🪺'.repeat(100)}"}`,
  '{"":0}',
])('%s is a mark', (content) => expect(checkSendItem({ ...item, content })).toMatchObject({ ok: true }))

test.each([
  ['nothing', '{}'],
  ['no object', '[]'],
  ['a list', '[{"pinned":true}]'],
  ['null', 'null'],
  ['text', '"pinned"'],
  ['no JSON', 'pinned'],
  ['empty', ''],
  ['a value with parts', '{"pinned":{"by":"me"}}'],
  ['a list as a value', '{"pinned":[]}'],
  ['one wrong value of two', '{"pinned":true,"done":[]}'],
  ['a long text', `{"note":"${'x'.repeat(101)}"}`],
  ['a number that overflows', '{"rank":1e999}'],
])('a mark of %s is refused', (_what, content) => {
  const checked = checkSendItem({ ...item, content })
  expect(checked).toMatchObject({ ok: false, error: { code: 'invalid_request', message: /^content: / } })
})

test('it has its own content type, and a target', () => {
  const [content, code] = ['{"pinned":true}', 'invalid_request']
  for (const contentType of [undefined, 'application/json', `${MARK_CONTENT_TYPE}; charset=utf-8`]) {
    expect(checkSendItem({ ...item, content, contentType })).toMatchObject({
      error: { code, message: /^contentType: / },
    })
  }
  expect(checkSendItem({ ...item, content, targetId: undefined })).toMatchObject({
    error: { code, message: /^targetId: / },
  })
})

test('it is too large above 1 KiB', () => {
  const sized = (bytes: number) => '{"done":true}'.padStart(bytes)
  const codeOf = (content: string) => {
    const checked = checkSendItem({ ...item, content })
    return checked.ok ? 'ok' : checked.error.code
  }
  expect(codeOf(sized(1_024))).toBe('ok')
  expect(codeOf(sized(1_025))).toBe('payload_too_large')
  expect(codeOf(`{"${'é'.repeat(510)}":1}`)).toBe('payload_too_large')
})

test('it says its keys as they are, also one that objects have', () => {
  const checked = checkMark(MARK_CONTENT_TYPE, '{"__proto__":1,"pinned":true,"pinned":null}')
  expect(checked.ok && [...checked.values]).toEqual([
    ['__proto__', 1],
    ['pinned', null],
  ])
})
