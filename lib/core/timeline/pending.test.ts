import { expect, test } from 'vitest'
import type { OutboxEntry } from '../ports.ts'
import type { Entry } from './entry.ts'
import { nothingPending, pendingOf, withPending } from './pending.ts'

const entry: Entry = {
  ...{ id: 'm', kind: 'post', from: 'desk', to: 'all', contentType: 'text/plain', content: 'as received' },
  ...{ edited: false, deleted: false, composedAt: null, storedAt: 1, version: 1, status: { state: 'received' } },
}
const change = (seq: number, kind: 'edit' | 'delete' | 'post', content = ''): OutboxEntry => ({
  ...{ seq, composedAt: 0, state: 'waiting' },
  request: {
    messageId: `c${seq}`,
    receiverDeviceId: 'all',
    kind,
    content,
    ...(kind === 'post' ? {} : { targetId: 'm' }),
  },
})
const failed = (it: OutboxEntry): OutboxEntry => ({
  ...{ seq: it.seq, request: it.request, composedAt: 0, state: 'failed', error: { code: 'not_found', message: '' } },
})
const shown = (it: Entry, ...outbox: OutboxEntry[]) => withPending(it, pendingOf(outbox))

test('an entry without changes is the same object, so that no screen redraws', () => {
  expect(pendingOf([change(1, 'post')])).toBe(nothingPending)
  expect(shown(entry, change(1, 'post'))).toBe(entry)
  expect(shown({ ...entry, id: 'other' }, change(1, 'edit')).change).toBeUndefined()
})

test('shows the last edit, and a delete over every edit', () => {
  expect(shown(entry, change(1, 'edit', 'one'), change(2, 'edit', 'two'))).toMatchObject({
    ...{ content: 'two', edited: true, contentType: 'text/plain', change: { id: 'c2', state: 'waiting' } },
  })
  expect(shown(entry, change(1, 'edit', 'one'), change(2, 'delete'))).toMatchObject({
    ...{ content: '', deleted: true, edited: false, change: { id: 'c2', kind: 'delete' } },
  })
})

test('a refused change is mentioned, and shows nothing', () => {
  expect(shown(entry, change(1, 'edit', 'one'), failed(change(2, 'edit', 'two')))).toMatchObject({
    ...{ content: 'one', change: { id: 'c2', state: 'failed', content: 'two', error: { code: 'not_found' } } },
  })
  expect(shown(entry, failed(change(1, 'delete')))).toMatchObject({ deleted: false, content: 'as received' })
})

test('an edit that waits does not bring a deleted post back', () => {
  const deleted = { ...entry, deleted: true, content: '' }
  expect(shown(deleted, change(1, 'edit', 'one'))).toBe(deleted)
})

test('a delete can be taken back only while it is held and has not left', () => {
  const held: OutboxEntry = { ...change(1, 'delete'), heldUntil: 5 }
  expect(shown(entry, { ...held, fresh: true }).change?.undoUntil).toBe(5)
  expect(shown(entry, held).change?.undoUntil).toBeUndefined()
})
