import { plural } from '../../plural.ts'

export const thisDevice = {
  label: 'This device',
  upToDate: 'This device, up to date',
  fetching: 'This device, fetching your messages',
  connecting: 'This device, connecting',
  catchingUp: (done: string, total: string) => `Catching up, ${done} of ${total}`,
  offline: 'No network',
  workingOffline: 'Working offline',
  serverAway: 'Server away',
  signedOut: 'Signed out',
  removed: 'Removed',
  withWaiting: (state: string, count: number) =>
    `${state}, ${plural(count, { one: '# waits here', other: '# wait here' })}`,
  workOffline: 'Work offline',
  settings: 'Settings',
  shortcuts: 'Keyboard shortcuts',
  signOut: 'Sign out of this device',
}
