import { formatCount } from '../../count.ts'
import { plural } from '../../plural.ts'

export const connection = {
  checkNow: 'Check now',

  upToDate: 'Up to date',
  atOnce: 'New messages arrive at once.',
  fetching: 'Fetching your messages',
  catchingUp: (done: number, total: number) => `Catching up, ${formatCount(done)} of ${formatCount(total)}`,
  catchingUpNow: 'Catching up',
  ofMessages: (done: string, total: string) => `${done} of ${total} messages`,
  soFar: (day: string) => `${day} so far`,
  perSecond: (count: number) => plural(count, { one: '# message a second', other: '# messages a second' }),
  connecting: 'Connecting',
  waitsUntilThen: 'What you write waits here until then.',
  tryingNow: 'Trying again now',
  tryingInSeconds: (seconds: number) => `Trying again in ${seconds} s`,
  tryingInMinutes: (minutes: number) => `Trying again in ${minutes} min`,
  noNetwork: 'No network',
  waitsByItself: 'What you write waits here and goes out by itself.',
  switchedOff: 'Working offline',
  waitsUntilOnline: 'What you write waits here until you go online.',
  otherTab: 'Connected through another tab of this device.',
  signedOut: 'Signed out',
  signInAgain: 'Sign in again to go on.',
  removed: 'Removed',
  removedFromAccount: 'This device was removed from your account.',
}
