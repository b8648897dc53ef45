import { plural } from '../../plural.ts'

/** The list of messages, and what stands in its place. */
export const timeline = {
  notFetched: 'Not fetched yet',
  notFetchedMeans: 'Your messages come as soon as there is a connection. You can write already.',
  nothingYet: 'Nothing here yet',
  alone: 'Write something, then add a second device and find it there. A new tab will do.',
  notAlone: 'Write something. It will be on all of your devices.',
  gone: 'Some messages were removed from the server, because of their age, before this device could fetch them.',
  /** Read out, and not shown. */
  newMessages: (count: number) => plural(count, { one: '# new message', other: '# new messages' }),
  catchingUp: 'Catching up',
}
