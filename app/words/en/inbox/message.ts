export const message = {
  onlyTo: (name: string) => `only to ${name}`,
  /** A message that was brought in from elsewhere. */
  writtenBy: (author: string) => `Written by ${author}`,
  fetching: 'Fetching your messages',
  edited: 'edited',
  deleted: 'Deleted',
  done: 'Done',
  cannotShow: 'This message cannot be shown here.',
  sentBy: (name: string, time: string) => `${name}, ${time}`,
  /** The name of the list. */
  messages: 'Messages',
}
