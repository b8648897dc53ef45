import { expect, test } from 'vitest'
import { readFilesContent } from './file-info.ts'
import { FILES_CONTENT_TYPE } from './files.ts'
import { limits } from './limits.ts'
import { checkSendItem } from './send.ts'

const id = (n: number) => `0190a0e0-0000-7000-8000-${String(n).padStart(12, '0')}`
const item = { messageId: id(0), receiverDeviceId: 'all', content: '' }
const ids = (count: number) => Array.from({ length: count }, (_, n) => id(n))
const file = { fileId: id(1), name: 'café.png', type: 'image/png', size: 0 }
const read = (content: unknown, contentType = FILES_CONTENT_TYPE) =>
  readFilesContent(contentType, typeof content === 'string' ? content : JSON.stringify(content))

test('a post and an edit name up to 20 files, each once', () => {
  const edit = { ...item, kind: 'edit', targetId: id(9) }
  for (const it of [item, edit]) expect(checkSendItem({ ...it, files: ids(limits.files) })).toMatchObject({ ok: true })
  const wrong = [[], ids(limits.files + 1), [id(1), id(1)], ['photo.png'], 'photo.png', [id(1).toUpperCase()]]
  for (const files of wrong) {
    expect(checkSendItem({ ...item, files })).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
  }
  expect(checkSendItem({ ...edit, kind: 'delete', files: ids(1) })).toMatchObject({
    ok: false,
    error: { code: 'invalid_request', message: expect.stringMatching(/^files: /) },
  })
})

test('a description is read whole or not at all', () => {
  const sound = { ...file, duration: 3.5, sha256: 'a'.repeat(64) }
  expect(read({ text: 'two', files: [file, { ...sound, later: true }], more: 1 })?.files).toEqual([file, sound])
  const preview = (length: number) => `data:image/webp;base64,${'A'.repeat(length)}`
  expect(read({ files: [{ ...file, preview: preview(21_848) }] })).not.toBeNull()
  const wrong = [
    ...[{}, { files: [] }, [], 'no JSON', { files: [{ ...file, size: -1 }] }, { files: [{ ...file, name: 'a\0' }] }],
    { files: [{ ...file, preview: 'data:image/svg+xml;base64,AAAA' }] },
    ...[{ files: [{ ...file, preview: 'https://elsewhere/' }] }, { files: [{ ...file, preview: preview(22_000) }] }],
  ]
  for (const content of wrong) expect(read(content)).toBeNull()
  expect(read({ files: [file] }, 'application/json')).toBeNull()
})
