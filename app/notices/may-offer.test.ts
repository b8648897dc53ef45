import { expect, test } from 'vitest'
import { mayOffer } from './may-offer.ts'

const DAY = 24 * 60 * 60_000
const back = { since: 1_000, answered: false, getsMessages: true, now: 1_000 + DAY }

test.each([
  ['came back a day later', {}, true],
  ['came back on the same day', { now: 1_000 + DAY - 1 }, false],
  ['is here for the first time', { since: null }, false],
  ['has answered', { answered: true }, false],
  ['gets no messages here', { getsMessages: false }, false],
])('a person who %s: %s', (_name, change, offered) => expect(mayOffer({ ...back, ...change })).toBe(offered))
