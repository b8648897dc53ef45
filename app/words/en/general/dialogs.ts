import { plural } from '../../plural.ts'

/** Each asks one thing: a title, its facts, two buttons. */
export const dialogs = {
  cancel: 'Cancel',
  done: 'Done',

  signOut: 'Sign out?',
  signOutMeans: 'Removes what this device holds. Your other devices keep their messages.',
  wouldBeLost: (count: number) =>
    plural(count, {
      one: '# message waits to be sent and would be lost.',
      other: '# messages wait to be sent and would be lost.',
    }),
  stay: 'Stay',
  signOutNow: 'Sign out',
  sendFirst: 'Send them first',
  sending: 'Sending',
  couldNotSend: 'They could not be sent. There is no connection to the server just now.',

  remove: (name: string) => `Remove “${name}”?`,
  removeMeans:
    'It can do nothing more from now on, and deletes what it keeps the next time it connects. Messages it has sent stay in the inbox. All other sign-ins of your account end.',
  usePasskey: 'Use a passkey',
  keepIt: 'Keep it',
  removeNow: 'Remove',

  addDevice: 'Add a device',
  addDeviceMeans: 'Point its camera at this square, or open the link there.',
  wantsToJoin: (name: string) => `“${name}” wants to join`,
  wantsToJoinMeans: 'It will read everything in your inbox and can write to it. Does it show this number?',
  refuse: 'No, refuse',
  admit: 'Yes, let it in',
  hasJoined: (name: string) => `“${name}” has joined`,
  hasJoinedMeans: 'It is one of your devices, and is fetching your messages now.',
  mayJoin: (name: string) => `“${name}” may join`,
  mayJoinMeans: 'It appears in your devices in a moment.',
  wasRefused: (name: string) => `“${name}” was refused`,
  wasRefusedMeans: 'It has read nothing of yours.',
  sendItSomething: 'Send it something',
  askingForCode: 'Asking the server for a code',
  waitingForIt: 'Waiting for it to come in',
  codeExpired: 'The code has expired.',
  newCode: 'New code',
  tryAgain: 'Try again',
  qrCode: 'QR code that opens the link below',
  orType: 'or type this code there',
  worksOnce: (time: string) => `Works once, for another ${time}, while this is open`,
  link: 'Link',
  copyLink: 'Copy the link',
  copied: 'Copied',
}
