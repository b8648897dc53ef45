import { expect, test } from 'vitest'
import { nextStep } from './next-step.ts'

const held = { endpoint: 'https://push.example/1', key: 'A' }
const known = { held, pushKey: 'A', endpoint: held.endpoint }

test.each([
  ['nothing has changed', {}, 'none'],
  ['the browser has dropped it', { held: null }, 'subscribe'],
  ['the server has another key', { pushKey: 'B' }, 'replace'],
  ['the server was not asked', { pushKey: null }, 'none'],
  ['the browser does not say the key', { held: { ...held, key: null } }, 'none'],
  ['the browser has moved it', { endpoint: 'https://push.example/0' }, 'tell'],
  ['both have changed', { endpoint: 'https://push.example/0', pushKey: 'B' }, 'replace'],
])('when %s', (_name, change, step) => expect(nextStep({ ...known, ...change })).toBe(step))
