import { plural } from '../../plural.ts'

export const navigation = {
  search: 'Search',
  devices: 'Devices',
  allDevices: 'All devices',
  all: 'All',
  pinned: 'Pinned',
  pinnedCount: (count: number) => plural(count, { one: '# pinned', other: '# pinned' }),
  nothingPinned: 'Nothing pinned',
  nothingPinnedMeans: 'Pin a message, and it stays at hand here and at the top of the inbox.',
  addDevice: 'Add a device',
  removedNamed: (name: string) => `${name} (removed)`,
  newHere: (count: number) => plural(count, { one: '# new', other: '# new' }),
  /** Read out before the name of this device. */
  more: 'More about',
  moreAbout: (name: string) => `More about ${name}`,
  chooseDevice: (title: string) => `${title}, choose a device`,
  noneFrom: (name: string) => `Nothing from ${name} yet`,
  noneFromMeans: 'What it sends, and what you send to it alone, stands here.',
  close: 'Close',
  rename: 'Rename',
  remove: 'Remove',
}
