import { plural } from '../../plural.ts'

export const search = {
  search: 'Search',
  /** Names the field to a person who does not see it. */
  field: 'Search everything on this device',
  close: 'Close the search',
  found: 'Found messages',
  filters: 'Filters',

  fromAny: 'From any device',
  from: (name: string) => `From ${name}`,
  toAny: 'To any device',
  to: (name: string) => `To ${name}`,
  toAll: 'To all devices',
  kindAny: 'Any kind',
  kinds: { link: 'With a link', file: 'With a file', code: 'With code' },
  dateAny: 'Any date',
  dates: {
    today: 'Today',
    week: 'Last 7 days',
    month: 'Last 30 days',
    year: 'This year',
    older: 'Before this year',
  },
  dateOther: 'Other dates',
  states: { pinned: 'Pinned', done: 'Done', unread: 'Unread' },

  count: (count: number) => plural(count, { one: '# found on this device', other: '# found on this device' }),
  newest: (count: number) => plural(count, { one: 'The newest one', other: 'The newest #, and there are more' }),
  searching: 'Searching …',
  searchingFound: (count: number) => plural(count, { one: 'Searching …, # found', other: 'Searching …, # found' }),
  failed: 'The search could not run. Search again, or reload the page.',
  catchingUp: 'Older messages are still on their way to this device, so there may be more.',

  nothing: (query: string) => `Nothing with “${query}” on this device.`,
  searchAllDates: 'Search all dates',
  clearFilters: 'Clear the filters',

  unknownDevice: (name: string) => `No device is called “${name}”.`,
  problems: {
    empty: (token: string) => `Write a name or a value after “${token}”.`,
    date: (token: string) => `“${token}” has no date. Write it like 2026-10-01, 2026-10 or 2026.`,
    state: (token: string) => `“${token}” means nothing here. There is is:pinned, is:done and is:unread.`,
    kind: (token: string) => `“${token}” means nothing here. There is has:link, has:file and has:code.`,
  },

  helpTitle: 'Everything on this device, also without a network',
  help: [
    ['door code', 'Both words, anywhere. Accents and capitals do not matter.'],
    ['"door code"', 'These words, in this order'],
    ['-cabin', 'Without this word'],
    ['from:phone', 'Sent by a device. There is to: as well.'],
    ['after:2026-10 before:2026-12', 'Dates: a year, a month or a day'],
    ['is:pinned', 'There is is:done and is:unread as well'],
    ['has:link', 'There is has:code and has:file as well'],
  ] as readonly (readonly [string, string])[],

  keys: { choose: 'choose', open: 'open in its place', close: 'close' },
  onlyHere: 'not sent yet',
}
