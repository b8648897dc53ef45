import { expect, test } from 'vitest'
import { FILES_CONTENT_TYPE } from '../../protocol/files.ts'
import type { Message } from '../../protocol/message.ts'
import type { OutboxEntry } from '../ports.ts'
import { entryOfOutbox, entryOfTimeline, saidBy, timeOf } from './entry.ts'
import { requestOf } from './said.ts'
import { titleOf } from './title-of.ts'

const message: Message = {
  ...{ version: 7, messageId: 'm', senderDeviceId: 'desk', receiverDeviceId: 'all', kind: 'post' as const },
  ...{ contentType: 'text/plain', content: 'hello', timestamp: 2_000 },
}

test('a message keeps its id, its ends and its text from the outbox to the timeline', () => {
  const base = { seq: 1, composedAt: 1_000, request: { messageId: 'm', receiverDeviceId: 'all', content: 'hello' } }
  const steps: OutboxEntry[] = [
    { ...base, state: 'waiting' },
    { ...base, state: 'sent', version: 7, timestamp: 2_000 },
  ]
  const entries = [
    ...steps.map((it) => entryOfOutbox(it, 'desk')),
    entryOfTimeline({ message, deleted: false, onlyHere: false }),
  ]
  const kept = { id: 'm', kind: 'post', from: 'desk', to: 'all', contentType: 'text/plain', content: 'hello' }
  for (const it of entries) expect(it).toMatchObject(kept)
  expect(entries.map((it) => [it.status.state, it.version, timeOf(it)])).toEqual([
    ['waiting', null, 1_000],
    ['sent', 7, 2_000],
    ['received', 7, 2_000],
  ])
})

test('the time of composition is the sender’s, where the sender said it', () => {
  const timeline = { deleted: false, onlyHere: false }
  expect(entryOfTimeline({ ...timeline, message }).composedAt).toBeNull()
  const never = { ...message, composedAt: Number.MAX_SAFE_INTEGER }
  expect(entryOfTimeline({ ...timeline, message: never }).composedAt).toBeNull()
  expect(entryOfTimeline({ ...timeline, message: { ...message, composedAt: 5 } })).toMatchObject({
    ...{ composedAt: 5, storedAt: 2_000 },
  })
})

test('a refused message carries what the server said, and one that only this device holds why it stays', () => {
  const error = { code: 'payload_too_large', message: 'too large' } as const
  const request = { messageId: 'm', receiverDeviceId: 'all', content: 'hello' }
  const failed = entryOfOutbox({ seq: 1, composedAt: 1_000, request, state: 'failed', error }, 'desk')
  expect(failed.status).toEqual({ state: 'failed', error })
  const stays = entryOfTimeline({ message, deleted: false, onlyHere: true, stays: 'conflict' })
  expect(stays.status).toEqual({ state: 'onlyHere', stays: 'conflict' })
})

test('a deleted post is not shown as edited', () => {
  const folded = { message: { ...message, content: '' }, onlyHere: false, editedVersion: 8 }
  expect(entryOfTimeline({ ...folded, deleted: true })).toMatchObject({ edited: false, deleted: true, content: '' })
  expect(entryOfTimeline({ ...folded, deleted: false }).edited).toBe(true)
})

test('a message with files has its caption for text, and goes out again as it was', () => {
  const files = [
    { fileId: 'f', name: 'plan.pdf', type: 'application/pdf', size: 3, preview: 'data:image/webp;base64,AA==' },
  ]
  const content = JSON.stringify({ text: 'The plan', files })
  const timeline = { deleted: false, onlyHere: false }
  const entry = entryOfTimeline({ ...timeline, message: { ...message, contentType: FILES_CONTENT_TYPE, content } })
  expect(entry).toMatchObject({ contentType: 'text/plain', content: 'The plan', files })
  expect(requestOf(entry)).toEqual({ contentType: FILES_CONTENT_TYPE, content, files: ['f'] })
  expect(requestOf(entry, '').content).toBe(JSON.stringify({ files }))
  expect([titleOf(entry), titleOf({ content: ' ', files })]).toEqual(['The plan', 'plan.pdf'])
})

test('a description that cannot be read is shown as the text that it is', () => {
  const file = { fileId: 'f', name: '', type: '', size: 0 }
  const wrong = [
    'no JSON',
    'null',
    '[]',
    '{"files":[]}',
    '{"files":[null]}',
    JSON.stringify({ files: [{ ...file, name: 7 }] }),
    JSON.stringify({ files: [{ ...file, size: -1 }] }),
    JSON.stringify({ files: [{ ...file, preview: 'https://tracker.example/' }] }),
    JSON.stringify({ text: {}, files: [file] }),
  ]
  for (const content of wrong) {
    expect(saidBy(FILES_CONTENT_TYPE, content)).toEqual({ contentType: FILES_CONTENT_TYPE, content })
  }
  expect(saidBy(FILES_CONTENT_TYPE, JSON.stringify({ files: [file] })).files).toEqual([file])
  expect(saidBy('text/plain', JSON.stringify({ files: [file] })).files).toBeUndefined()
})
