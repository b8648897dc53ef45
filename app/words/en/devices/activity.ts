import { plural } from '../../plural.ts'

/** Events of the account. `doer` is the name of a device in quotation marks, or `signedInPerson`. */
export const activity = {
  signedInPerson: 'somebody who had signed in',
  device: (name: string) => `“${name}”`,
  withBrowser: (browser: string) => `with ${browser}`,
  withProgram: 'with a program',
  joined: (device: string) => `“${device}” joined`,
  joinedInvited: (device: string, doer: string) => `“${device}” joined, invited by ${doer}`,
  left: (device: string) => `“${device}” signed out`,
  removed: (device: string, doer: string) => `“${device}” was removed by ${doer}`,
  renamed: (device: string, name: string, doer: string) => `“${device}” was renamed to “${name}” by ${doer}`,
  signedIn: (from: string) => `Somebody signed in ${from}`,
  passwordChanged: (from: string) => `The password was changed ${from}`,
  passkeyAdded: (from: string) => `A passkey was added ${from}`,
  passkeyRemoved: (from: string) => `A passkey was removed ${from}`,
  invited: (from: string) => `Somebody was invited to make an account ${from}`,
  accountRemoved: (from: string) => `An account was removed ${from}`,
  deleted: (count: number, doer: string) =>
    `${plural(count, { one: '# text was', other: '# texts were' })} deleted by ${doer}`,
}
