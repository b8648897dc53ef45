export const shortcuts = {
  /** Groups of the sheet. */
  everywhere: 'Everywhere',
  writing: 'While writing',
  messages: 'In the list of messages',
  /** Shortcuts, by their name in `app/keys/shortcuts.ts`. */
  sheet: 'Show these shortcuts',
  find: 'Find a message',
  settings: 'Open the settings',
  send: 'Send',
  sendAlways: 'Send, also on a touch screen',
  newLine: 'New line',
  mention: 'Choose the device that gets it',
  editLast: 'Edit your last message, in an empty box',
  cancel: 'Cancel an edit, close what is open',
  end: 'Go to the newest message',
  home: 'Go to the first new message, then to the oldest',
  walk: 'Go from message to message',
  messageMenu: 'Everything that can be done with a message',
  copyMessage: 'Copy the message',
  editMessage: 'Edit the message',
  deleteMessage: 'Delete the message',
  selectMessage: 'Select the message',
  selectRange: 'Select several messages',
  title: 'Keyboard shortcuts',
  close: 'Close',
  /** Between two keys that do the same. */
  or: 'or',
}
