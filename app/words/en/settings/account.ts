import { listed } from '../../listed.ts'

export const account = {
  otherInbox: 'another inbox',
  inboxOf: (accounts: string[]) => `the inbox of ${listed(accounts)}`,
  holdsAnother: (inbox: string) =>
    `This browser already holds ${inbox}. If you go on, it holds this one as well, and a new tab asks which of them it belongs to.`,
  /** Stands for the address of an account while that is unknown. */
  inboxOfDevice: (name: string) => `The inbox of “${name}”`,

  // In the settings, and in the questions that ask for the password.
  addressTitle: 'Your account',
  email: 'E-mail address',
  askingEmail: 'Asking the server for your account',
  unknownEmail: 'Not known without the server',
  confirmTitle: 'Is it you?',
  confirmLead: 'Password, passkeys and sign-ins open with your password. The sign-in ends when you leave the settings.',
  goOn: 'Go on',
  usePasskey: 'Use a passkey',
  yourPassword: 'Your password',
  ofTheAccount: (email: string) => `Of the account ${email}`,

  changePassword: 'Change the password',
  newPassword: 'New password',
  newPasswordHint: (length: number) => `At least ${length} characters. All other sign-ins end; your devices stay.`,
  passwordChanged: 'The password is changed. All other sign-ins have ended.',

  passkeys: 'Passkeys',
  noPasskeys: 'A passkey signs you in with a finger, a face or a PIN, without the password.',
  aPasskey: 'A passkey',
  addPasskey: 'Add a passkey',
  removeIt: (name: string) => `Remove ${name}`,
  remove: 'Remove',

  signIns: 'Sign-ins',
  aProgram: 'A program',
  ownSignIn: 'This one, it ends when you leave the settings',
  signedIn: (when: string) => `Signed in ${when}`,
  end: 'End',
  endOthers: 'End all others',

  activity: 'Activity',
  showOlder: 'Show older',
  noActivity: 'Nothing has happened in the last 90 days.',

  deleteTitle: 'Delete the account',
  deleteLead:
    'Removes the account and every message, for good. Each device deletes what it keeps the next time it connects.',
  deleteOpen: 'Delete the account',
  deleteKeep: 'Keep it',
  deleteForGood: 'Delete for good',
}
