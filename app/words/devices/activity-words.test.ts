import { expect, test } from 'vitest'
import { activityWords } from './activity-words.ts'

const at = { id: '00000000-0000-7000-8000-000000000000', at: 1 }
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

test.each([
  [{ what: 'removed', device: 'Phone', by: 'Desk' }, '“Phone” was removed by “Desk”'],
  [{ what: 'removed', device: 'Phone' }, '“Phone” was removed by somebody who had signed in'],
  [{ what: 'deleted', count: 2_000, by: 'Phone' }, '2,000 texts were deleted by “Phone”'],
  [{ what: 'joined', device: 'Phone', by: 'Desk' }, '“Phone” joined, invited by “Desk”'],
  [{ what: 'signedIn', agent: FIREFOX }, 'Somebody signed in with Firefox on Linux'],
  [{ what: 'passwordChanged' }, 'The password was changed with a program'],
  [{ what: 'of a later version' }, null],
])('%j reads "%s"', (what, words) => {
  expect(activityWords({ ...at, ...what })).toBe(words)
})
