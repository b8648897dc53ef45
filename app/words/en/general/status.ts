import { plural } from '../../plural.ts'

/** The line above the composer: what happened, what it means, what the person can do. */
export const status = {
  signedOut: 'This device is signed out.',
  signedOutMeans: 'What is here stays readable, and what you write waits. Sign in to go on.',
  signIn: 'Sign in',
  signInAgain: 'Sign in again',
  thenGoesOn: (name: string) => `“${name}” then goes on as before, and sends what waits here.`,

  memory: 'This browser keeps nothing here.',
  memoryMeans: 'A private window, perhaps. Everything on this page is gone when you close the tab.',
  full: 'This browser has no room left.',
  fullMeans: 'Free some space. Until then new messages stay on the server, and nothing is lost.',
  reloadRepairs: 'A reload repairs it.',
  reload: 'Reload',

  noNetwork: 'No network.',
  noNetworkMeans: 'Read and write on. What waits goes out by itself.',
  workingOffline: 'Working offline.',
  workingOfflineMeans: 'What you write waits here until you go online.',
  goOnline: 'Go online',

  notYours: 'Not yours? Remove it in the list of devices.',
  news: (what: string, past: string) => `${what}, ${past}.`,
  gotIt: 'Got it',
  moreNews: (count: number) =>
    plural(count, { one: 'And # more. See Settings, Activity.', other: 'And # more. See Settings, Activity.' }),
  deletedWaits: 'What was deleted waits in the settings, under Bin.',

  newVersion: 'A new version is ready.',
  dismiss: 'Dismiss',
}
