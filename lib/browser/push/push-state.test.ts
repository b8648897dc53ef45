import { expect, test } from 'vitest'
import { NotOffered } from '../shared/push/subscription.ts'
import { type Facts, type PushState, pushState } from './push-state.ts'

const endpoint = 'https://push.example/1'
const facts: Facts = {
  supported: true,
  permission: () => 'granted',
  choice: { endpoint },
  endpoint: async () => endpoint,
  pushKey: async () => 'key',
}
const fails = (error: Error) => async () => {
  throw error
}

test.each<[string, Partial<Facts>, PushState]>([
  ['everything is as it was', {}, 'on'],
  ['the browser has dropped the subscription', { endpoint: async () => null }, 'lost'],
  ['the server was told another address', { choice: { endpoint: 'https://push.example/0' } }, 'lost'],
  ['the browser has forgotten the permission', { permission: () => 'default' }, 'lost'],
  ['the person has forbidden it since', { permission: () => 'denied' }, 'blocked'],
  ['nobody has asked for it', { choice: null, permission: () => 'default' }, 'off'],
  ['the person forbids it', { choice: null, permission: () => 'denied' }, 'blocked'],
  ['the server has no key', { choice: null, pushKey: fails(new NotOffered()) }, 'notOffered'],
  ['the server does not answer', { choice: null, pushKey: fails(new Error('lost')) }, 'unknown'],
  ['the browser has no push', { supported: false, permission: fails as never }, 'unsupported'],
])('when %s', async (_name, change, state) => expect(await pushState({ ...facts, ...change })).toBe(state))

test('the server is not asked about a device that is told', async () => {
  expect(await pushState({ ...facts, pushKey: fails(new Error('asked')) })).toBe('on')
})
