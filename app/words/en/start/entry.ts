/** The screens before the inbox, after the first one. */
export const entry = {
  couldNotOpen: 'Roost could not open',
  reload: 'Reload',
  cancel: 'Cancel',

  chooseTitle: 'This tab can be a device of its own',
  chooseMeans: 'It gets its own copy of the inbox and its own name.',
  chooseMeansOf: (account: string) => `It gets its own copy of the inbox of ${account} and its own name.`,
  newDevice: 'New device',
  goOnAs: 'Or go on as',
  refresh: 'Refresh',
  openElsewhere: 'Open in another tab',
  lastUsed: (past: string) => `Last used ${past}`,
  severalInboxes: 'This browser holds several inboxes. Which one is it for?',

  codeTitle: 'Enter the code',
  codeMeans: 'On a device that is in already, choose “Add a device”. It shows a code that works for five minutes.',
  code: 'Code',
  continue: 'Continue',
  goBack: 'Go back',

  joinTitle: 'Join this inbox',
  invites: (device: string) => `“${device}” invites this device, which gets everything in it.`,
  join: 'Join',
  otherCode: 'Not your inbox? Use another code',

  compareTitle: 'One more look',
  compareMeans: (device: string) =>
    `“${device}” now asks whether to let this device in. Say yes there if it shows this number.`,
  numberIs: (check: string) => `The number is ${check}`,
  otherNumber: 'If it shows another number, say no there. If it asks nothing, start over with a new code.',

  signedOut: 'You are signed out',
  removed: 'This device was removed',
  signedOutMeans: (name: string) =>
    `“${name}” is no longer one of your devices. Its messages, and what was waiting to be sent, are gone from this browser. Your other devices keep theirs.`,
  removedMeans: (name: string) =>
    `“${name}” is no longer one of your devices. Its messages, and what was waiting to be sent, are gone from this browser. Your other devices have everything else.`,
  startOver: 'Start over',

  nothingHere: 'There is nothing here',
  mistyped: 'The address may be mistyped.',
  toInbox: 'Go to your inbox',
}
