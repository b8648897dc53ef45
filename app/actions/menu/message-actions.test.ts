import { expect, test } from 'vitest'
import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { actionOfKey, actionsFor } from './message-actions.ts'

const entry: Entry = {
  ...{ id: 'm', kind: 'post', from: 'desk', to: 'all', contentType: 'text/plain', content: 'hello' },
  ...{ edited: false, deleted: false, composedAt: null, storedAt: 1, version: 1, status: { state: 'received' } },
}
const names = (part: Partial<Entry>) => actionsFor({ ...entry, ...part }).map((it) => it.name)

test('a received message of any device can be changed', () => {
  expect(names({})).toEqual(['copy', 'link', 'edit', 'sendAgain', 'pin', 'done', 'raw', 'details', 'select', 'delete'])
})

test('a deleted one has details alone, and a link', () => {
  expect(names({ deleted: true, content: '' })).toEqual(['link', 'details'])
})

test('one that the server does not have has no link', () => {
  for (const state of ['waiting', 'onlyHere'] as const) {
    expect(names({ version: state === 'waiting' ? null : 4, status: { state } })).not.toContain('link')
    expect(names({ version: null, status: { state } })).toContain('edit')
  }
})

test('one that stays on this device alone cannot be changed for the others', () => {
  const stays = names({ status: { state: 'onlyHere', stays: 'removed' } })
  expect(stays).toEqual(['copy', 'sendAgain', 'raw', 'details', 'select'])
})

test('a refused message is known to this device alone: nothing of it can be edited or marked for others', () => {
  const status = { state: 'failed', error: { code: 'unknown_receiver', message: '' } } as const
  expect(names({ version: null, status })).toEqual(['copy', 'sendAgain', 'raw', 'details', 'select', 'delete'])
})

test('other content than text is not edited as text', () => {
  expect(names({ contentType: 'application/json' })).not.toContain('edit')
  expect(names({ contentType: 'text/html' })).toContain('edit')
})

test('a key acts where its action is possible, in either case', () => {
  const actions = actionsFor(entry)
  expect(['C', 'c', 'Delete', 'Backspace', 'z', 'Enter'].map((it) => actionOfKey(actions, it)?.name)).toEqual([
    ...['copy', 'copy', 'delete', 'delete', undefined, undefined],
  ])
  expect(new Set(actions.map((it) => it.key)).size).toBe(actions.length)
  expect(actionOfKey(actionsFor({ ...entry, deleted: true }), 'e')).toBeUndefined()
})
