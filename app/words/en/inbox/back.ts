import { plural } from '../../plural.ts'

/** Coming back after an absence. */
export const back = {
  away: 'While you were away',
  summary: (messages: number, devices: number) =>
    `${plural(messages, { one: '# message', other: '# messages' })} from ${plural(devices, { one: '# device', other: '# devices' })}`,
  summarySince: (summary: string, when: string) => `${summary}, since ${when}`,
  markAllRead: 'Mark all as read',
  new: 'New',
  newFromHere: 'New from here',
  moreBelow: (count: number) => plural(count, { one: '# more below', other: '# more below' }),
  jumpToLatest: 'Jump to latest',
  endKey: 'End',
}
