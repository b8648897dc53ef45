import { expect, test } from 'vitest'
import { writtenBy } from '../../words/text/written-by.ts'
import { TransferError } from '../transfer-error.ts'
import { planImport } from './plan-import.ts'
import { readFile } from './read-file.ts'

const fileOf = (value: unknown) => new Blob([typeof value === 'string' ? value : JSON.stringify(value, null, 1)])
const into = { deviceId: 'd', receivers: new Set<string>(), known: new Set<string>(), now: 5 }

/** Author, text and time of each message that would come in. */
async function bringIn(value: unknown) {
  const { items, summary } = planImport(await readFile(fileOf(value)), into)
  const shown = items.map(({ request, composedAt }) => [
    writtenBy(request.contentType ?? ''),
    request.content,
    composedAt,
  ])
  return { shown, leftOut: summary.leftOut, format: summary.format }
}

const chat = {
  name: 'Ada',
  type: 'personal_chat',
  id: 42,
  messages: [
    { id: 1, type: 'service', action: 'phone_call', date: '2023-01-01T00:00:00', text: '' },
    { id: 2, type: 'message', date_unixtime: '1700000000', from: 'Ada', from_id: 'user7', text: 'Hello' },
    {
      id: 3,
      type: 'message',
      date_unixtime: '1700000060',
      from: 'Bob',
      from_id: 'user8',
      text: [
        'See ',
        { type: 'link', text: 'https://a.test' },
        ', ',
        { type: 'text_link', text: 'this', href: 'https://b.test' },
      ],
    },
    { id: 4, type: 'message', date_unixtime: '1700000120', from: 'Ada', photo: 'photos/1.jpg', text: '' },
    {
      id: 5,
      type: 'message',
      date: '2023-11-14T22:20:00Z',
      from: null,
      text: [{ type: 'bold', text: 'Old' }, ' form'],
    },
  ],
}

test('Telegram: one chat, with text as a string and as parts', async () => {
  expect(await bringIn(chat)).toEqual({
    format: 'telegram',
    leftOut: { noText: 2 },
    shown: [
      ['Ada', 'Hello', 1_700_000_000_000],
      ['Bob', 'See https://a.test, this (https://b.test)', 1_700_000_060_000],
      ['Ada', 'Old form', Date.parse('2023-11-14T22:20:00Z')],
    ],
  })
})

test('Telegram: a whole account, its chats by time, own messages without a name', async () => {
  const other = { ...chat, id: 43, messages: [{ ...chat.messages[1], date_unixtime: '1699999999', text: 'Before' }] }
  const account = {
    about: 'Here is the data you requested.',
    personal_information: { user_id: 7 },
    chats: { about: '', list: [chat, other] },
    left_chats: { list: [] },
  }
  const { shown } = await bringIn(account)
  expect(shown.slice(0, 3)).toEqual([
    [null, 'Before', 1_699_999_999_000],
    [null, 'Hello', 1_700_000_000_000],
    ['Bob', expect.stringContaining('See'), expect.anything()],
  ])
})

const line = (part: object) =>
  JSON.stringify({
    ...{
      date: '2024-03-05T14:02:00',
      sender: 'Ada',
      body: 'Hello  ',
      quote: '',
      sticker: '',
      reactions: [],
      attachments: [],
    },
    ...part,
  })

test('Signal by signal-export: a line for each message, quotes kept, the person without a name', async () => {
  const text = [
    line({}),
    line({ sender: 'Me', body: 'Yes  ', quote: '\n\n> Hello\n\n' }),
    line({ body: '  ', attachments: [{ name: 'a', path: 'b' }] }),
    line({ body: 'gone', deleted: true }),
    line({}),
  ].join('\n')
  const at = Date.parse('2024-03-05T14:02:00')
  expect(await bringIn(`${text}\n`)).toEqual({
    format: 'signalExport',
    leftOut: { noText: 1, deleted: 1, double: 1 },
    shown: [
      ['Ada', 'Hello', at],
      [null, '> Hello\n\nYes', at],
    ],
  })
  expect((await bringIn(line({}))).shown).toHaveLength(1)
})

test('Signal by its own backup format: authors by their names, deleted and wordless items left out', async () => {
  const item = (dateSent: string, part: object) => ({
    chatItem: { chatId: '3', authorId: '2', dateSent, incoming: {}, ...part },
  })
  const frames = [
    { version: '1', backupTimeMs: '1700000000000' },
    { recipient: { id: '1', self: {} } },
    { recipient: { id: '2', contact: { profileGivenName: 'Ada', profileFamilyName: 'L', e164: '4911' } } },
    { chat: { id: '3', recipientId: '2' } },
    item('1700000060000', { standardMessage: { text: { body: 'Second' } } }),
    item('1700000000000', { authorId: '1', outgoing: {}, standardMessage: { text: { body: 'First' } } }),
    item('1700000070000', { remoteDeletedMessage: {} }),
    item('1700000080000', { updateMessage: {} }),
  ]
  expect(await bringIn(frames.map((it) => JSON.stringify(it)).join('\n'))).toEqual({
    format: 'signalDesktop',
    leftOut: { deleted: 1, noText: 1 },
    shown: [
      [null, 'First', 1_700_000_000_000],
      ['Ada L', 'Second', 1_700_000_060_000],
    ],
  })
})

test('texts that no message can hold are left out, and counted', async () => {
  const messages = ['x'.repeat(70_000), 'a\0b', 'fine'].map((text, id) => ({ id, type: 'message', from: 'Ada', text }))
  expect(await bringIn({ ...chat, messages })).toMatchObject({
    leftOut: { tooLong: 1, notStorable: 1 },
    shown: [['Ada', 'fine', 5]],
  })
})

test.each([
  ['', 'unknown_format', undefined],
  ['Dear diary', 'unknown_format', undefined],
  ['{"a":1}', 'unknown_format', undefined],
  ['[1, 2]', 'unknown_format', undefined],
  ['{\n "name": "Ada",\n "messages": [\n  {"id": 1,}\n ]\n}', 'bad_json', 4],
  [`${line({})}\n\n{"date": "20`, 'bad_line', 3],
  [`${line({})}\n[]\n`, 'bad_line', 2],
  ['{"version":1,"messageId":"no"}\n{"version":2}', 'bad_line', 1],
  ['PK\u0003\u0004 not an archive', 'bad_archive', undefined],
])('a file that cannot be read says why: %j', async (text, code, at) => {
  const error = await readFile(fileOf(text)).catch((it) => it)
  expect(error).toBeInstanceOf(TransferError)
  expect([error.code, error.line]).toEqual([code, at])
})

test('a file that is no text says so', async () => {
  const error = await readFile(new Blob([new Uint8Array([0x7b, 0xff, 0xfe])])).catch((it) => it)
  expect(error.code).toBe('not_text')
})

test.each(['Ada', 'Ünal Ø.', '李 明', '👩‍👩‍👧', "O'Hara (home)*", 'x'.repeat(500), '  ', '🦜'.repeat(100)])(
  'an author keeps their name, as far as there is room: %s',
  async (from) => {
    const messages = [{ id: 1, type: 'message', from, text: 'hi' }]
    const { items } = planImport(await readFile(fileOf({ ...chat, name: '', messages })), into)
    const type = items[0]?.request.contentType ?? ''
    expect(type.length).toBeLessThanOrEqual(255)
    const author = writtenBy(type)
    if (from.trim() === '') expect([author, type]).toEqual([null, 'text/plain'])
    else expect(from.startsWith(author ?? '?')).toBe(true)
    if (from.length < 30) expect(author ?? '').toBe(from.trim())
  },
)
